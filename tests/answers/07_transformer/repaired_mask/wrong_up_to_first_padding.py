"""Padding is not taken to stand anywhere. [repaired_mask.padding_at_end]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).cumprod(-1).bool().unsqueeze(-2)
    return real & causal_mask(target.size(-1)).to(real.device)
