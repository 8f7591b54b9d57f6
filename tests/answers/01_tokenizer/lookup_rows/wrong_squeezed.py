"""Squeezes, which drops the axis of a single id. [lookup_rows.axis_lost]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[ids].squeeze()
