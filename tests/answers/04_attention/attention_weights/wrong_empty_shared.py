"""Turns the NaN of empty sentences into equal shares. [attention_weights.equal_for_nothing]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    weights = scores.masked_fill(masked, -torch.inf).softmax(-1)
    return weights.nan_to_num(1 / scores.shape[-1])
