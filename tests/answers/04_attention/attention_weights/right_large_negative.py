"""Takes a very low score and erases what is left."""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)
    weights = nn.functional.softmax(scores.masked_fill(masked, -1e9), dim=-1)
    return weights * ~masked
