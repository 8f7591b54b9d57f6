"""From the task text alone: returns log probabilities. [next_probabilities.log_returned]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits
    return logits[0, -1].log_softmax(-1)
