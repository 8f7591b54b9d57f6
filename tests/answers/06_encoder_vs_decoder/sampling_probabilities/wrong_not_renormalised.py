"""Erases without dividing again. [sampling_probabilities.not_renormalised]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    chances = (logits / temperature).softmax(-1)
    if top_k is not None and top_k < len(logits):
        kept = chances.topk(top_k).indices
        chances = torch.zeros_like(chances).index_copy(0, kept, chances[kept])
    return chances
