"""Squeezes, which drops the axis of a single id. [shapes.result]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[ids].squeeze()
