"""From the task text alone: divides by the square root of the number of places before the softmax. [attention_weights.scaled]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    weights = (scores * scores.shape[-1] ** -0.5).masked_fill(masked, -torch.inf).softmax(-1)
    return weights.nan_to_num(0.0)
