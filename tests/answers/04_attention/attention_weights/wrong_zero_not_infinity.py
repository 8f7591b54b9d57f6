"""Sets masked scores to 0. [attention_weights.zero_not_infinity]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    return scores.masked_fill(masked, 0.0).softmax(-1)
