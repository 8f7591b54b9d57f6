"""Writes minus infinity into the scores of padding. [attention_weights.scores_changed]"""


@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    scores[masked.expand_as(scores)] = -torch.inf
    return scores.softmax(-1).masked_fill(masked, 0.0)
