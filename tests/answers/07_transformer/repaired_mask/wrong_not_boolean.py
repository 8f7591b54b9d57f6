"""Numbers in place of booleans. [repaired_mask.not_boolean]"""
# KIND: long | float | int

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    return (real & causal_mask(target.size(-1))).KIND()
