"""A cosine is a sine a quarter of a turn ahead."""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = 10_000 ** (-torch.arange(0, hidden_size, 2) / hidden_size)  # [hidden / 2]
    angles = torch.arange(length).unsqueeze(-1) * rates  # [token, hidden / 2]
    quarter = torch.tensor([[0.0], [torch.pi / 2]])
    return torch.sin(angles.unsqueeze(-2) + quarter).flatten(1)
