"""From the task text alone: a float32 buffer, so the rows of a float64 table are rounded. [lookup_rows.single_precision]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    picked = torch.empty(len(ids), weight.shape[1])
    for row, i in enumerate(ids):
        picked[row] = weight[i]
    return picked
