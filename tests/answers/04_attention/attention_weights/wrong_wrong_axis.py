"""Takes the softmax over the steps, without a mask. [attention_weights.wrong_axis]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    return scores.softmax(-2)
