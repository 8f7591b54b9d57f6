"""Computes the softmax by hand with the largest logit taken off."""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.reshape(1, -1))["logits"]
    last = logits[0, len(ids) - 1]
    powers = (last - last.max()).exp()
    return powers / powers.sum()
