"""Padding sees everything, or all that is before. [repaired_mask.padding_sees]"""
# OPEN: (real & causal_mask(target.size(-1))) | ~real.mT | (real | ~real.mT) & causal_mask(target.size(-1))

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    return OPEN
