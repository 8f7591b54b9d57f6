"""From the task text alone: fills with -1e9, so an empty sentence gets even weights instead of 0. [attention_weights.equal_for_nothing]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.masked_fill(masked, -1e9)
    return weights.softmax(-1)
