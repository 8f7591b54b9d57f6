"""Another base than 10,000. [sinusoids.base]"""
# BASE: 100_000 | 2.718281828

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = BASE ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
