"""i begins at 1. [sinusoids.i_from_one]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(2, hidden_size + 2, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
