"""Takes the softmax over the steps. [attention_weights.wrong_axis]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    return scores.masked_fill(masked, -torch.inf).softmax(-2).masked_fill(masked, 0.0)
