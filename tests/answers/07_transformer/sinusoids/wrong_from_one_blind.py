"""From the task text alone: counts positions from 1. [sinusoids.from_one]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10000.0 ** (-torch.arange(0, hidden_size, 2) / hidden_size)
    angles = torch.arange(1, length + 1)[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
