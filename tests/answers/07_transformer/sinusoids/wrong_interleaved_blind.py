"""From the task text alone: fills every second column. [sinusoids.interleaved]"""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    found = torch.zeros(length, hidden_size)
    found[:, 0::2], found[:, 1::2] = angles.sin(), angles.cos()
    return found
