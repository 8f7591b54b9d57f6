"""Writes the number of places of the picture below into the triangle. [visible.fixed_size: raised]"""

TRIANGLE = torch.tril(torch.ones(8, 8)).bool()


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    seen = real[:, None].repeat(1, size, 1)
    return seen & TRIANGLE[:size, :size].to(real.device) if causal else seen
