"""From the task text alone: takes 0 for padding whatever pad_id is. [repaired_mask.pad_zero]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != 0).unsqueeze(-2)  # [*batch, 1, tgt]
    return real & causal_mask(target.size(-1)).to(real.device)
