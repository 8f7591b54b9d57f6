"""A rate for each column: the cosines have rates of their own. [sinusoids.own_rates]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size) / hidden_size)
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    half = hidden_size // 2
    return torch.cat([angles[:, :half].sin(), angles[:, half:].cos()], dim=-1)
