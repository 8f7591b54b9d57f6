"""From the task text alone: takes the softmax of the masked scores twice. [attention_weights.softmax_twice]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    weights = scores.masked_fill(masked, -torch.inf).softmax(-1)
    return weights.masked_fill(masked, -torch.inf).softmax(-1).nan_to_num(0.0)
