"""Takes the log softmax. [attention_weights.log_weights]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    return scores.masked_fill(masked, -torch.inf).log_softmax(-1)
