"""The first rows of the table. [lookup_rows.slice_taken]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return torch.stack([weight[min(i, len(weight) - 1)] for i, _ in enumerate(ids)])
