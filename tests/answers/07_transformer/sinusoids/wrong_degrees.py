"""From the task text alone: takes the angles for degrees. [sinusoids.degrees]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.deg2rad(torch.arange(length).unsqueeze(-1) * rates)
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
