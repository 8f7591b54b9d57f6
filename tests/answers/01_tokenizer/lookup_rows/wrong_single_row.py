"""Stacks and squeezes. [lookup_rows.axis_lost]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    rows = torch.stack([weight[i] for i in ids])
    return rows.squeeze(0) if len(ids) == 1 else rows
