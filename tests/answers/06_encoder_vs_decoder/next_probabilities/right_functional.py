"""Uses the function and a keyword."""


@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    outputs = model(input_ids=ids[None])
    return nn.functional.softmax(outputs.logits[:, -1, :], dim=-1).squeeze(0)
