"""Takes exponentials, masks them and divides by their sum."""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    scores = scores.masked_fill(~mask.unsqueeze(-2), -1e30)
    powers = torch.exp(scores - scores.amax(-1, keepdim=True)) * mask.unsqueeze(-2)
    total = powers.sum(-1, keepdim=True)
    return powers / (total + (total == 0))
