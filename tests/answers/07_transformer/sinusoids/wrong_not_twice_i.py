"""From the task text alone: i for 2i. [sinusoids.rate_half]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(hidden_size // 2) / hidden_size)
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
