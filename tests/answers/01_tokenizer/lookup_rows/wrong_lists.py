"""Returns lists of numbers. [lookup_rows.list_returned]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return [weight[i].tolist() for i in ids]
