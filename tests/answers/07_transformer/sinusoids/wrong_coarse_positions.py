"""From the task text alone: positions in half precision, which counts exactly up to 256. [sinusoids.coarse]"""
# DTYPE: torch.bfloat16 | torch.float16

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    places = torch.arange(length, dtype=DTYPE).unsqueeze(-1)
    angles = places * rates  # [token, hidden / 2]
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
