"""From the task text alone: looks for padding alone in the whole batch and not in each sentence. [attention_weights.nan_for_nothing]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    if masked.all():
        return torch.zeros_like(scores)
    weights = scores.masked_fill(masked, float("-inf"))
    return weights.softmax(-1)
