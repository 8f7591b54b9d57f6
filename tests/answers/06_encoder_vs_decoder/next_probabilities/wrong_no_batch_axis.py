"""Forgets the batch axis. [next_probabilities.no_batch_axis]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids).logits[0, -1].softmax(-1)
