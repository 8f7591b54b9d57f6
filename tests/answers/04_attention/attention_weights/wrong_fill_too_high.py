"""Fills with a number that is not low enough for scores that are lower, and erases what is left. [attention_weights.not_low_enough]"""
# FILL: -10.0 | -100.0 | -1e3 | -1e4

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    return scores.masked_fill(masked, FILL).softmax(-1).masked_fill(masked, 0.0)
