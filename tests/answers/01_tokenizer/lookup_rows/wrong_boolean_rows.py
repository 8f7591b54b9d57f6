"""From the task text alone: a boolean choice of rows: repeated ids and their order are lost. [lookup_rows.sorted]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    chosen = torch.zeros(weight.shape[0], dtype=torch.bool)
    chosen[ids] = True
    return weight[chosen]
