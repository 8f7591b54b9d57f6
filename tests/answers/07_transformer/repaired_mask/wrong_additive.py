"""Numbers in place of booleans. [repaired_mask.not_boolean]"""
# HIDDEN: -torch.inf | -1e9

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    seen = real & causal_mask(target.size(-1))
    return torch.zeros(seen.shape).masked_fill(~seen, HIDDEN)
