"""Writes zeros where ids do not point and keeps all rows. [lookup_rows.table_masked]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    kept = torch.zeros_like(weight)
    kept[ids] = weight[ids]
    return kept
