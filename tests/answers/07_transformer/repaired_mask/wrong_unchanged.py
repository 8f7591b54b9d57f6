"""Masks padding alone, as before. [repaired_mask.still_ahead]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    return real.expand(*target.shape, target.shape[-1])
