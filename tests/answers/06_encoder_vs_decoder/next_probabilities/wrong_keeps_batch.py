"""From the task text alone: leaves the axis of the batch on. [next_probabilities.axis_left]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits
    return logits[:, -1].softmax(-1)
