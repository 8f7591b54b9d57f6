"""From the task text alone: masks rows and columns of padding. [repaired_mask.rows_too]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    return real & real.mT & causal_mask(target.shape[-1])
