"""Angles multiplied by a full turn. [sinusoids.turns]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    angles = 2 * torch.pi * angles
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
