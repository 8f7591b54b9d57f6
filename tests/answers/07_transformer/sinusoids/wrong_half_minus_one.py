"""From the task text alone: rates go down to 1/10000 exactly, dividing by d/2 - 1, not d/2. [sinusoids.denominator]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    half = hidden_size // 2
    rates = 10000.0 ** (-torch.arange(half) / (half - 1))
    angles = torch.arange(length)[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
