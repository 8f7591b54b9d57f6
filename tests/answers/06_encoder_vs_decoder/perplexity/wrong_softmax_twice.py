"""From the task text alone: hands probabilities to cross_entropy, which takes the softmax again. [perplexity.softmax_twice]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError(len(ids))
    probabilities = model(ids.unsqueeze(0)).logits[0].softmax(-1)
    return nn.functional.cross_entropy(probabilities[:-1], ids[1:]).exp().item()
