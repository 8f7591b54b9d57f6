"""From the task text alone: rows of padding tokens see nothing at all. [repaired_mask.rows_too]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = target != pad_id
    causal = causal_mask(target.shape[-1]).to(target.device)
    return causal & real.unsqueeze(-2) & real.unsqueeze(-1)
