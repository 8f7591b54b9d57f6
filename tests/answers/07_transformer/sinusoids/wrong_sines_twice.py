"""Both halves are alike. [sinusoids.halves_alike]"""
# PART: sin | cos

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    return torch.cat([angles.PART(), angles.PART()], dim=-1)
