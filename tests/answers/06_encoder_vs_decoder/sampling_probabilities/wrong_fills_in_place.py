"""From the task text alone: without a temperature to divide by, fills the logits that came in with minus infinity. [sampling_probabilities.argument_changed]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")

    scaled = logits if temperature == 1.0 else logits / temperature
    if top_k is not None and top_k < len(scaled):
        scaled[scaled.argsort(descending=True)[top_k:]] = -torch.inf
    return scaled.softmax(-1)
