"""From the task text alone: takes away every axis of size 1 before it returns. [attention_weights.axis_lost]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    weights = scores.masked_fill(masked, -torch.inf).softmax(-1).nan_to_num(0.0)
    return torch.squeeze(weights)
