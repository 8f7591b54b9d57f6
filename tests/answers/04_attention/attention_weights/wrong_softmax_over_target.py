"""From the task text alone: takes the softmax over the steps instead of the source tokens. [attention_weights.wrong_axis]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.masked_fill(masked, float("-inf")).softmax(-2)
    return weights.nan_to_num(0.0)
