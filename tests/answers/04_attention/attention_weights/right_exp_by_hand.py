"""Computes the softmax by hand with the largest real score taken off and the sum clamped."""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    smallest = torch.finfo(scores.dtype).min
    top = scores.masked_fill(masked, smallest).amax(-1, keepdim=True)
    raised = (scores - top).masked_fill(masked, float("-inf")).exp()
    weights = raised / raised.sum(-1, keepdim=True).clamp(min=torch.finfo(scores.dtype).tiny)
    return weights
