"""From the task text alone: exp without taking off the largest score: large scores overflow into NaN. [attention_weights.overflow]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    shares = scores.exp() * mask.unsqueeze(-2)
    total = shares.sum(-1, keepdim=True)
    return torch.where(total > 0, shares / total.clamp(min=1e-30), torch.zeros_like(shares))
