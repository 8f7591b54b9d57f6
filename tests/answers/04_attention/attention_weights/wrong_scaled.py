"""Divides the scores. [attention_weights.scaled]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    scores = scores / scores.shape[-1] ** 0.5
    return scores.masked_fill(masked, -torch.inf).softmax(-1).masked_fill(masked, 0.0)
