"""Sets masked scores to 0, then erases their weights. [attention_weights.zero_then_masked]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    return scores.masked_fill(masked, 0.0).softmax(-1).masked_fill(masked, 0.0)
