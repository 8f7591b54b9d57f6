"""Squeezes the weights, so that an axis of size 1 is lost. [attention_weights.axis_lost]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    return scores.masked_fill(masked, -torch.inf).softmax(-1).masked_fill(masked, 0.0).squeeze()
