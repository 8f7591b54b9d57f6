"""Takes exponentials of logits as they are: those of large ones are infinite. [next_probabilities.overflow]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    last = model(ids.unsqueeze(0)).logits[0, -1]
    return last.exp() / last.exp().sum()
