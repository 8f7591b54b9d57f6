"""From the task text alone: rows in which the looking token is padding see nothing, instead of the real tokens. [visible.padding_blind]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = real[:, None, :] & real[:, :, None]
    if causal:
        allowed = allowed & torch.ones(size, size, dtype=torch.bool, device=real.device).tril()
    return allowed
