"""Joins the rows side by side in a single row. [lookup_rows.one_long_row]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return torch.cat([weight[i : i + 1] for i in ids], dim=1)
