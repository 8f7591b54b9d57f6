"""From the task text alone: masks after the softmax and divides by the sum plus a small number, so weights do not add up to 1 when padding has the high scores. [attention_weights.mask_after_unsafe]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    weights = scores.softmax(-1).masked_fill(masked, 0.0)
    return weights / (weights.sum(-1, keepdim=True) + 1e-6)
