"""From the task text alone: leaves the mask out of the softmax. [attention_weights.mask_ignored]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    return nn.functional.softmax(scores, dim=-1)
