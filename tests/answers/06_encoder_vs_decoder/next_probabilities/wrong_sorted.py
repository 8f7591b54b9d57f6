"""Sorts the probabilities. [next_probabilities.sorted]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids[None]).logits[0, -1].softmax(-1).sort(descending=True).values
