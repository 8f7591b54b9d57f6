"""Picks rows with a mask, so their order is lost. [lookup_rows.sorted]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    chosen = torch.zeros(len(weight), dtype=torch.bool)
    chosen[ids] = True
    return weight[chosen]
