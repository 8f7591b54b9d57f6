"""Masks the softmax and divides again: where padding has far higher scores nothing is left. [attention_weights.mask_after_unsafe]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    weights = scores.softmax(-1) * mask.unsqueeze(-2)
    total = weights.sum(-1, keepdim=True)
    return torch.where(total > 0, weights / total, torch.zeros_like(weights))
