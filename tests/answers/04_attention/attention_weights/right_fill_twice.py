"""Fills the scores before the softmax and the weights after it, both with masked_fill."""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.masked_fill(masked, -torch.inf).softmax(dim=-1)
    return weights.masked_fill(masked, 0.0)
