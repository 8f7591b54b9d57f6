"""Adds up in a loop."""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    total, last = 0.0, 0
    for id_, chance in enumerate(probabilities.tolist()):
        if chance > 0:
            total, last = total + chance, id_
            if total > number:
                return id_
    return last
