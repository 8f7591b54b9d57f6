"""From the task text alone: the softmax runs over the tokens of the text instead of the vocabulary. [next_probabilities.wrong_axis]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids[None]).logits  # [1, token, vocab]
    return logits[0].softmax(dim=0)[-1]
