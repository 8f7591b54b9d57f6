"""From the task text alone: only a negative temperature is refused, 0 goes through and gives nan. [sampling_probabilities.zero_passed]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature < 0:
        raise ValueError("Temperature too low.")
    scaled = logits / temperature
    k = scaled.numel() if top_k is None else min(top_k, scaled.numel())
    values, indices = torch.topk(scaled, k)
    out = torch.full_like(scaled, float("-inf")).scatter(0, indices, values)
    return torch.softmax(out, dim=0)
