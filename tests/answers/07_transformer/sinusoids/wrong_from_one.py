"""Positions begin at 1. [sinusoids.from_one]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(1, length + 1).unsqueeze(-1) * rates
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
