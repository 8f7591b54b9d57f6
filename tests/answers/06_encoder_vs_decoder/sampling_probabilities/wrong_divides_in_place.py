"""From the task text alone: the division by the temperature changes the logits that came in. [sampling_probabilities.argument_changed]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("The temperature has to be positive.")
    logits /= temperature
    if top_k is not None and top_k < logits.shape[0]:
        best = logits.topk(top_k)
        kept = torch.full_like(logits, -torch.inf)
        kept[best.indices] = best.values
        return kept.softmax(dim=0)
    return logits.softmax(dim=0)
