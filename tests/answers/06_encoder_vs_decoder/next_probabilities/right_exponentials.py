"""Takes exponentials itself."""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.reshape(1, -1)).logits[0][len(ids) - 1]
    powers = (logits - logits.max()).exp()
    return powers / powers.sum()
