"""From the task text alone: cosines as roots of 1 - sin², never below 0. [sinusoids.unsigned]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    sines = angles.sin()
    return torch.cat([sines, (1 - sines.square()).sqrt()], dim=-1)
