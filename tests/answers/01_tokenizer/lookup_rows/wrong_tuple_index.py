"""From the task text alone: a tuple indexes one axis an id, not several rows. [lookup_rows.tuple_index]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[tuple(ids)]
