"""From the task text alone: returns the scores with padding set to 0. [attention_weights.no_softmax]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    return scores * mask.unsqueeze(-2)
