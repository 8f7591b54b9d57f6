"""Leaves empty sentences unmasked for the softmax and puts their weights to 0 with where."""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding
    empty = masked.all(-1, keepdim=True)  # [*batch, 1, 1]
    weights = torch.where(masked & ~empty, float("-inf"), scores).softmax(-1)
    return torch.where(masked, 0.0, weights)
