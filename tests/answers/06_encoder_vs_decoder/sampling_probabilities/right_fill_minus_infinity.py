"""Fills everything but the topk indices with minus infinity and takes one softmax."""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")

    scaled = logits / temperature
    if top_k is not None and top_k < len(scaled):
        kept = torch.full_like(scaled, float("-inf"))
        best = scaled.topk(top_k)
        kept[best.indices] = best.values
        scaled = kept
    return scaled.softmax(-1)
