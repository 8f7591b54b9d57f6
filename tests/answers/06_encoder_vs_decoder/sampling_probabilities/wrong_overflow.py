"""Takes exponentials of logits as they are: those of large ones are infinite. [sampling_probabilities.overflow]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    powers = (logits / temperature).exp()
    if top_k is not None and top_k < len(powers):
        powers = powers * (powers >= powers.topk(top_k).values[-1])
    return powers / powers.sum()
