"""Leaves id 0 out, which stood for padding in 02. [perplexity.zero_left_out]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    logits = model(ids.unsqueeze(0)).logits[0]
    loss = nn.functional.cross_entropy(logits[:-1], ids[1:], ignore_index=0)
    return loss.exp().item()
