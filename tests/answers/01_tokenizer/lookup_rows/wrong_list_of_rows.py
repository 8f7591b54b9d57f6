"""From the task text alone: returns a list of rows. [lookup_rows.list_returned]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return [weight[i] for i in ids]
