"""From the task text alone: one mask of the first sentence for all. [repaired_mask.first_for_all]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target.flatten(0, -2)[:1] if target.ndim > 1 else target) != pad_id
    real = real.unsqueeze(-2).expand(*target.shape[:-1], 1, -1)
    return real & causal_mask(target.size(-1)).to(real.device)
