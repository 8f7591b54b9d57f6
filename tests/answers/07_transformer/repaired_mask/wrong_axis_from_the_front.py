"""The new axis is counted from the front. [repaired_mask.axis_from_front]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(0)
    return real & causal_mask(target.size(-1)).to(real.device)
