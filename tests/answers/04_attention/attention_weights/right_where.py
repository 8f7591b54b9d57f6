"""Chooses with where and repairs NaN at the end."""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    scores = torch.where(mask.unsqueeze(-2), scores, -torch.inf)
    return scores.softmax(-1).nan_to_num(0.0)
