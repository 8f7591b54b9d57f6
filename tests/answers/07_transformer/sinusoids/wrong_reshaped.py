"""From the task text alone: angles reshaped where they should be transposed. [sinusoids.reshaped]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.outer(rates, torch.arange(length).float()).reshape(length, -1)  # [token, hidden / 2]
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
