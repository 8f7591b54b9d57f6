"""Takes the last token alone. [perplexity.last_token_only]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    logits = model(ids.unsqueeze(0)).logits[0]
    return nn.functional.cross_entropy(logits[-2], ids[-1]).exp().item()
