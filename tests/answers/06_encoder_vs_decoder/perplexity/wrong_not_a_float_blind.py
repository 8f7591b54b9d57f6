"""From the task text alone: leaves the result a tensor of one number. [perplexity.not_a_float]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    logs = model(ids.unsqueeze(0)).logits[0].log_softmax(-1)
    return torch.exp(-logs[:-1].gather(1, ids[1:, None]).mean())
