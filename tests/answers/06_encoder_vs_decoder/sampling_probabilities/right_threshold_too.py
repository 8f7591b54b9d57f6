"""Keeps what is not below the k-th logit, which keeps more than k only when there are ties."""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")

    scaled = logits.div(temperature)
    if top_k is not None:
        limit = scaled.topk(min(top_k, scaled.numel())).values[-1]
        scaled = scaled.masked_fill(scaled < limit, -torch.inf)
    return scaled.softmax(dim=-1)
