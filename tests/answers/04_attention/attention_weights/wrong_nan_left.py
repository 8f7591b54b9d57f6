"""From the task text alone: leaves the NaN that the softmax gives for a sentence of padding alone. [attention_weights.nan_for_nothing]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.masked_fill(masked, float("-inf"))
    return weights.softmax(-1)
