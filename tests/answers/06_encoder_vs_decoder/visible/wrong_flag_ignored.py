"""From the task text alone: applies the triangle always and never looks at the flag. [visible.always_causal]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    triangle = torch.ones(size, size, dtype=torch.bool, device=real.device).tril()
    return real[:, None, :] & triangle
