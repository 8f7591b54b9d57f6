"""Padding sees everything. [repaired_mask.padding_sees]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    return (real & causal_mask(target.size(-1))) | ~real.mT
