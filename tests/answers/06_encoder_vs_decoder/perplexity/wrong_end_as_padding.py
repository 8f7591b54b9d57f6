"""From the task text alone: leaves end-of-text tokens out of the mean with ignore_index, as if they were padding. [perplexity.end_left_out]"""

@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2:
        raise ValueError("nothing to guess")
    if len(ids) > model.config.n_positions:
        raise ValueError("too long")

    logits = model(ids[None]).logits[0, :-1]
    loss = nn.functional.cross_entropy(logits, ids[1:], ignore_index=model.config.eos_token_id)
    return loss.exp().item()
