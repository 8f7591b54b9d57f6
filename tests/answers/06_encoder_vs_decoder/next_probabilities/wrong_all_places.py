"""Returns every place. [next_probabilities.all_places]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids.unsqueeze(0)).logits[0].softmax(-1)
