"""From the task text alone: end tokens are left out of the mean as if they were padding. [perplexity.end_left_out]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if ids.numel() < 2:
        raise ValueError("At least 2 tokens are needed.")
    if ids.numel() > model.config.n_positions:
        raise ValueError("More tokens than the model has positions.")
    logits = model(ids.unsqueeze(0)).logits.squeeze(0)
    loss = nn.functional.cross_entropy(
        logits[:-1], ids[1:], ignore_index=model.config.eos_token_id
    )
    return torch.exp(loss).item()
