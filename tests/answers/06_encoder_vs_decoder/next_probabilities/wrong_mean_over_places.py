"""From the task text alone: averages the probabilities over all places. [next_probabilities.mean_of_places]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits
    return logits[0].softmax(-1).mean(0)
