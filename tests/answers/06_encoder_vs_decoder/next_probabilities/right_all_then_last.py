"""Takes the softmax of all places first."""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids.unsqueeze(0), use_cache=False).logits.softmax(dim=-1)[0, -1]
