"""From the task text alone: index_select along axis 1. [lookup_rows.columns_picked]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight.index_select(1, torch.tensor(ids))
