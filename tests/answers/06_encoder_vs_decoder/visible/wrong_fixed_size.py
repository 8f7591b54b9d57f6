"""Cuts the triangle out of one of 64 places. [visible.fixed_size]"""

@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    triangle = torch.ones(64, 64, dtype=torch.bool, device=real.device).tril()
    square = triangle[:size, :size] if causal else torch.ones_like(triangle[:size, :size])
    return square & real.unsqueeze(1)
