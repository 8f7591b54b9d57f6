"""Takes the sigmoid. [attention_weights.sigmoid]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    return scores.sigmoid().masked_fill(masked, 0.0)
