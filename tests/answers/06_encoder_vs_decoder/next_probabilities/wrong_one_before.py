"""Takes the last place but one. [next_probabilities.one_before]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids.unsqueeze(0)).logits[0, max(len(ids) - 2, 0)].softmax(-1)
