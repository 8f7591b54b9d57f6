"""From the task text alone: the causal branch returns only the triangle, so padding is looked at there. [visible.padding_seen]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    batch = real.shape[0]
    if causal:
        square = torch.tril(torch.ones(size, size, dtype=torch.bool, device=real.device))
        return square.expand(batch, size, size)
    return real[:, None, :].expand(batch, size, size)
