"""Selects along the second axis. [lookup_rows.columns_picked]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight.T[ids]
