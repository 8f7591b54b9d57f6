"""From the task text alone: multiplies the table by a column of ones and zeros. [lookup_rows.table_masked]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    keep = torch.tensor([[float(i in ids)] for i in range(len(weight))])
    return weight * keep
