"""From the task text alone: collects rows while going over the table, so they come in the table's order. [lookup_rows.sorted]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    picked = []
    for i, row in enumerate(weight):
        picked.extend([row] * ids.count(i))
    return torch.stack(picked)
