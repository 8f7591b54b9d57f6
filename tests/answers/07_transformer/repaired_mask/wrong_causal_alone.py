"""Causal alone: padding is seen. [repaired_mask.padding_seen]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    return causal_mask(target.shape[-1]).expand(*target.shape, -1)
