"""From the task text alone: writes the softmax by hand and does not think of large scores. [attention_weights.overflow]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    raised = scores.exp().masked_fill(masked, 0.0)
    return raised / raised.sum(-1, keepdim=True).clamp(min=1e-9)
