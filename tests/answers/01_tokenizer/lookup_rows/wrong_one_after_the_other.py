"""From the task text alone: joins the rows into one long vector. [lookup_rows.one_long_row]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return torch.cat([weight[i] for i in ids])
