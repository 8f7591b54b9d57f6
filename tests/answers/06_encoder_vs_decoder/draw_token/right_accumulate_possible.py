"""Leaves tokens of probability 0 out beforehand and accumulates over the rest."""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    from itertools import accumulate

    chances = [(token, chance) for token, chance in enumerate(probabilities.tolist()) if chance > 0]
    sums = accumulate(chance for _, chance in chances)
    return next(
        (token for (token, _), total in zip(chances, sums) if total > number), chances[-1][0]
    )
