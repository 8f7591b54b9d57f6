"""Spreads the ids over the axes. [lookup_rows.tuple_index]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[*ids]
