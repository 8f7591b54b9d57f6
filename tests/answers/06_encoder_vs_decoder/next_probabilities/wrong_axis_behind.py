"""From the task text alone: the batch axis is added behind, so each token is a text of its own and the last one has no context. [next_probabilities.last_token_alone]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(-1)).logits
    last = logits[-1].squeeze(0)
    return last.softmax(dim=-1)
