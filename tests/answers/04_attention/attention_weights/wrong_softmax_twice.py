"""Takes the softmax before the mask and after it once more. [attention_weights.softmax_twice]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    weights = scores.softmax(-1).masked_fill(masked, -torch.inf)
    return weights.softmax(-1).masked_fill(masked, 0.0)
