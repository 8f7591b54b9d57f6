"""The new axis is axis 1, which is another without a batch. [repaired_mask.rows_masked]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(1)
    return real & causal_mask(target.size(-1)).to(real.device)
