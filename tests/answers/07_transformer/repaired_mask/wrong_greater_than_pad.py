"""From the task text alone: takes ids above pad_id for no padding. [repaired_mask.compared]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target > pad_id).unsqueeze(-2)
    return real & causal_mask(target.size(-1)).to(real.device)
