"""From the task text alone: multiplies the scores by the mask and the weights as well. [attention_weights.zero_then_masked]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    kept = mask.unsqueeze(-2).float()
    return (scores * kept).softmax(-1) * kept
