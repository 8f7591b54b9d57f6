"""From the task text alone: picks columns instead of rows. [lookup_rows.columns_picked]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[:, ids]
