"""Leaves the batch axis. [next_probabilities.axis_left]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids.unsqueeze(0)).logits[:, -1].softmax(-1)
