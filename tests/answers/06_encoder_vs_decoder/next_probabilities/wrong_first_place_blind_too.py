"""From the task text alone: the first place is taken instead of the last, which has seen the whole text. [next_probabilities.first_place]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits  # [1, token, vocab]
    return torch.softmax(logits[0, 0], dim=-1)
