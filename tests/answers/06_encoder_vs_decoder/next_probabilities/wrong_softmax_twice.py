"""Takes the softmax twice. [next_probabilities.softmax_twice]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids.unsqueeze(0)).logits.softmax(-1)[0, -1].softmax(-1)
