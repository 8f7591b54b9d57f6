"""From the task text alone: a slice from the first to the last id. [lookup_rows.range_taken]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    low, high = sorted((ids[0], ids[-1]))
    return weight[low : high + 1]
