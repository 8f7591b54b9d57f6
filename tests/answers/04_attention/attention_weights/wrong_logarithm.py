"""Takes the logarithm of the weights. [attention_weights.log_weights]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    return torch.log(scores.masked_fill(masked, -torch.inf).softmax(-1))
