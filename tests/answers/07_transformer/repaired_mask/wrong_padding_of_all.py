"""Padding of any sentence counts for all. [repaired_mask.padding_of_all]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = target != pad_id
    real = (real if real.ndim == 1 else real.flatten(0, -2).all(0)).expand(target.shape).unsqueeze(-2)
    return real & causal_mask(target.size(-1)).to(real.device)
