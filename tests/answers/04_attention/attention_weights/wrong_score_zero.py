"""From the task text alone: puts the scores of padding to 0 instead of minus infinity. [attention_weights.zero_not_infinity]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.masked_fill(masked, 0.0)
    return weights.softmax(-1)
