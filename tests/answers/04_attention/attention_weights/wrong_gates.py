"""From the task text alone: takes a sigmoid of each score. [attention_weights.sigmoid]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    return torch.sigmoid(scores.masked_fill(masked, -torch.inf))
