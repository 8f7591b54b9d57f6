"""From the task text alone: fills the caller's scores in place with masked_fill_. [attention_weights.scores_changed]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.masked_fill_(masked, float("-inf")).softmax(-1)
    return weights.nan_to_num(0.0)
