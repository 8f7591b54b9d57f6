"""Adds the axis with None, passes input_ids by name and takes the softmax before picking."""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(input_ids=ids[None], attention_mask=torch.ones_like(ids)[None]).logits
    return torch.softmax(logits, dim=-1).squeeze(0)[-1]
