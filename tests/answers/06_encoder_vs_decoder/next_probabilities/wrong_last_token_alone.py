"""Hands over the last token only. [next_probabilities.last_token_alone]"""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    return model(ids[-1:].unsqueeze(0)).logits[0, -1].softmax(-1)
