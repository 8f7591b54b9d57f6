"""From the task text alone: the probabilities are added up from the likeliest down and not in the order of ids. [draw_token.likeliest_first]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    values, ids = probabilities.sort(descending=True)
    ids = ids[values > 0]
    values = values[values > 0]
    total = values.cumsum(0)
    index = int((total <= number).sum())
    return ids[min(index, len(ids) - 1)].item()
