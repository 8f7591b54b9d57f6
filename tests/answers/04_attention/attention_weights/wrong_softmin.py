"""From the task text alone: takes the softmin. [attention_weights.negated]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    return nn.functional.softmin(scores.masked_fill(masked, torch.inf), dim=-1).nan_to_num(0.0)
