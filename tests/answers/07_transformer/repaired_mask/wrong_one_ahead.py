"""From the task text alone: one token ahead is seen. [repaired_mask.one_ahead]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    size = target.shape[-1]
    return real & torch.ones(size, size, dtype=torch.bool).tril(1)
