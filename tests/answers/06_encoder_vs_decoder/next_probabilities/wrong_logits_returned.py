"""Leaves the softmax out. [next_probabilities.logits_returned]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids.unsqueeze(0)).logits[0, -1]
