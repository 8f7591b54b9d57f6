"""Does not think of sentences with nothing to look at. [attention_weights.nan_for_nothing]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    return scores.masked_fill(masked, -torch.inf).softmax(-1)
