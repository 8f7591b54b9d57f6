"""Raises e to the log softmax of the first element of the output."""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(torch.stack([ids]))[0]
    return logits.log_softmax(dim=2)[0, -1, :].exp()
