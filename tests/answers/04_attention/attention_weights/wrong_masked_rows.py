"""From the task text alone: masks the rows of steps instead of the places of the source. [attention_weights.mask_axis]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    hidden = masked.transpose(-2, -1)
    return scores.masked_fill(hidden, -torch.inf).softmax(-1).nan_to_num(0.0)
