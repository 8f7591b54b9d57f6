"""Number by number, in loops."""

@shaped
def sinusoids(length: int, hidden_size: int) -> Float[Tensor, "token hidden"]:
    import math

    rows = []
    for place in range(length):
        angles = [place / 10_000 ** (2 * i / hidden_size) for i in range(hidden_size // 2)]
        rows.append([math.sin(a) for a in angles] + [math.cos(a) for a in angles])
    return torch.tensor(rows)
