"""From the task text alone: 1,000 for 10,000. [sinusoids.base]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 1_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
