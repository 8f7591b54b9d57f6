"""By the exponential of a logarithm, with an outer product."""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    rates = torch.exp(-torch.arange(0, hidden_size, 2) * (torch.log(torch.tensor(10_000.0)) / hidden_size))
    angles = torch.outer(torch.arange(length).float(), rates)
    return torch.cat([angles.sin(), angles.cos()], dim=-1)
