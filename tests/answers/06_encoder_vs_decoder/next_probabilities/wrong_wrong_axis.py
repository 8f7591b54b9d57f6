"""Takes the softmax over places. [next_probabilities.wrong_axis]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids.unsqueeze(0)).logits.softmax(1)[0, -1]
