"""Forgets the mask. [attention_weights.mask_ignored]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    return scores.softmax(-1)
