"""From the task text alone: fills the places that are True in mask, the real tokens. [attention_weights.inverted]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.masked_fill(~masked, float("-inf")).softmax(-1)
    return weights.nan_to_num(0.0)
