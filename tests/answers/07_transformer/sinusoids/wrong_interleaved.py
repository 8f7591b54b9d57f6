"""Sines and cosines in turn, as the paper has them. [sinusoids.interleaved]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    return torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(-2)
