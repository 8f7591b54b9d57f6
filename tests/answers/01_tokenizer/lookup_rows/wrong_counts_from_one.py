"""From the task text alone: takes the ids to begin at 1. [lookup_rows.off_by_one]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return torch.stack([weight[i - 1] for i in ids])
