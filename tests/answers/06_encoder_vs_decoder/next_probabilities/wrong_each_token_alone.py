"""Puts the new axis behind, and reads the first text of one token. [next_probabilities.first_place]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids[:, None]).logits
    return logits[0, -1].softmax(-1)
