"""From the task text alone: leaves a middle axis of size 1 in the non-causal case, which is not token by token. [visible.not_spread]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, None, :]
    if causal:
        allowed = allowed & torch.ones(size, size, dtype=torch.bool, device=real.device).tril()
    return allowed
