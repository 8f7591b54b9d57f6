"""From the task text alone: returns the bare triangle when causal and forgets the padding. [visible.padding_seen]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    if causal:
        triangle = torch.ones(size, size, dtype=torch.bool, device=real.device).tril()
        return triangle.expand(real.shape[0], size, size)
    return real[:, None, :].expand(-1, size, -1)
