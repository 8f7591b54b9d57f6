"""From the task text alone: the number is multiplied by the sum, against rounding. [draw_token.rescaled]"""

@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    tokens = probabilities.nonzero().flatten()
    sums = probabilities[tokens].cumsum(0)
    count = int((sums <= number * sums[-1].item()).sum())
    return int(tokens[min(count, len(tokens) - 1)])
