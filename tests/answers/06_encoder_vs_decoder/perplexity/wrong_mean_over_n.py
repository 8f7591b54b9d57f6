"""From the task text alone: the summed loss is divided by n tokens although only n - 1 were guessed. [perplexity.divided_by_all]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    n = ids.shape[0]
    if n < 2 or n > model.config.n_positions:
        raise ValueError(f"cannot compute the perplexity of {n} tokens")
    log_probs = model(ids.unsqueeze(0)).logits[0, :-1].log_softmax(dim=-1)
    right = log_probs.gather(1, ids[1:].unsqueeze(1))
    return float(torch.exp(-right.sum() / n))
