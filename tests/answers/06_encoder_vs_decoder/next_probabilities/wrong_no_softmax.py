"""From the task text alone: returns logits without a softmax. [next_probabilities.logits_returned]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits
    return logits[0, -1]
