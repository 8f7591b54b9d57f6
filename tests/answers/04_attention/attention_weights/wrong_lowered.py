"""From the task text alone: takes a thousand off the scores of padding. [attention_weights.not_low_enough]"""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    masked = ~mask.unsqueeze(-2)  # [*batch, 1, src], True where there is padding

    lowered = scores - 1_000.0 * masked
    return lowered.softmax(-1) * ~masked
