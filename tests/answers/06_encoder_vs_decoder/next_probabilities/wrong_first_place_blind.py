"""From the task text alone: reads the logits of the first place. [next_probabilities.first_place]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits
    return logits[0, 0].softmax(-1)
