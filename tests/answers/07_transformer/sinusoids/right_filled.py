"""Fills the two halves of zeros, in double precision."""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    found = torch.zeros(length, hidden_size, dtype=torch.float64)
    half = hidden_size // 2
    for i in range(half):
        angle = torch.arange(length, dtype=torch.float64) / 10_000 ** (2 * i / hidden_size)
        found[:, i] = torch.sin(angle)
        found[:, half + i] = torch.cos(angle)
    return found.float()
