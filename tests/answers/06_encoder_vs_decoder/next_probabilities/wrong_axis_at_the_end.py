"""From the task text alone: adds the axis at the end, so that each token is a text of its own. [next_probabilities.last_token_alone]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(1)).logits
    return logits[-1, 0].softmax(-1)
