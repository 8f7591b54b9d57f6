"""Sums the rows and divides. [lookup_rows.averaged]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return (sum(weight[i] for i in ids) / len(ids)).unsqueeze(0)
