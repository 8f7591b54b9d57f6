"""Takes the softmax over the first axis: the steps, or in a batch the sentences. [attention_weights.wrong_axis]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    return scores.masked_fill(masked, -torch.inf).softmax(0).nan_to_num(0.0)
