"""From the task text alone: only multiplies the mask in after the softmax, so weights no longer add up to 1. [attention_weights.mask_after]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.softmax(-1)
    return weights.masked_fill(masked, 0.0)
