"""Padding is what may be seen. [repaired_mask.padding_alone]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target == pad_id).unsqueeze(-2)
    return real & causal_mask(target.size(-1)).to(real.device)
