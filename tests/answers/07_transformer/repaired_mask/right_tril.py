"""tril of a full tensor."""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    return (target != pad_id).unsqueeze(-2).expand(*target.shape, target.shape[-1]).tril()
