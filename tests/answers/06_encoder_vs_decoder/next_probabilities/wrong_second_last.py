"""From the task text alone: reads the place before the last, which guesses the last token again. [next_probabilities.one_before]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits
    return logits[0, -2].softmax(-1)
