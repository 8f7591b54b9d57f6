"""From the task text alone: 1e-9 is added before the logarithm, so surprise is capped. [perplexity.floor_added]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if not 2 <= len(ids) <= model.config.n_positions:
        raise ValueError("too few or too many tokens")
    chances = model(ids.unsqueeze(0)).logits[0, :-1].softmax(dim=-1)
    came = chances.gather(1, ids[1:, None]).squeeze(1)
    return (came + 1e-9).log().mean().neg().exp().item()
