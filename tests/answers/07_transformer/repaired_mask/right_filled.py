"""Fills what may not be seen."""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    size = target.shape[-1]
    ahead = torch.triu(torch.ones(size, size, dtype=torch.bool), diagonal=1)
    seen = torch.ones(*target.shape, size, dtype=torch.bool)
    return seen.masked_fill(ahead, False).masked_fill((target == pad_id).unsqueeze(-2), False)
