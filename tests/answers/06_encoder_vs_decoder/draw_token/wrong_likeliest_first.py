"""Sorts the probabilities. [draw_token.likeliest_first]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    values, ids = probabilities.sort(descending=True, stable=True)
    place = int((values.cumsum(0) <= number).sum())
    return int(ids[min(place, len(ids) - 1)])
