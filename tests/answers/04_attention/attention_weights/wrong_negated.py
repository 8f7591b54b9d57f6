"""Turns the sign of the scores. [attention_weights.negated]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    return (-scores).masked_fill(masked, -torch.inf).softmax(-1).masked_fill(masked, 0.0)
