"""Masks with infinity but takes the softmax over the steps. [attention_weights.wrong_axis]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    weights = scores.masked_fill(masked, -torch.inf).softmax(-2)
    return weights.nan_to_num(0.0)
