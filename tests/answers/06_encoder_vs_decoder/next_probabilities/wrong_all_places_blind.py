"""From the task text alone: returns the probabilities of all places instead of the last. [next_probabilities.all_places]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits
    return logits[0].softmax(-1)
