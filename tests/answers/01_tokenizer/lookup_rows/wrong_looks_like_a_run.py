"""From the task text alone: only the ends tell whether the ids are a run. [lookup_rows.range_taken]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    first, last = ids[0], ids[-1]
    if last - first + 1 == len(ids):  # neighbouring rows: one slice is enough
        return weight[first : last + 1]
    return weight[ids]
