"""Takes as many rows as there are ids. [lookup_rows.slice_taken]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[: len(ids)]
