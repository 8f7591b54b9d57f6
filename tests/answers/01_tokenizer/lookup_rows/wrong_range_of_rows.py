"""From the task text alone: a slice from the smallest to the largest id. [lookup_rows.range_taken]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[min(ids) : max(ids) + 1]
