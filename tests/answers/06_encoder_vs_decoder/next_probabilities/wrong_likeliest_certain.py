"""Gives all probability to the likeliest. [next_probabilities.likeliest_certain]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids.unsqueeze(0)).logits[0, -1]
    return nn.functional.one_hot(logits.argmax(), len(logits)).float()
