"""From the task text alone: takes the softmax along the tokens instead of the vocabulary. [next_probabilities.wrong_axis]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits
    return logits.softmax(1)[0, -1]
