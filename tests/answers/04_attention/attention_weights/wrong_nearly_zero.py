"""From the task text alone: padding gets a tiny weight, not exactly 0. [attention_weights.next_to_nothing]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    real = mask.unsqueeze(-2)  # [*batch, 1, src]
    far_below = scores.amin(-1, keepdim=True) - 80
    weights = torch.where(real, scores, far_below).softmax(-1)
    return weights * real.any(-1, keepdim=True)
