"""Computes the gates by their formulas from the cell's weights."""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h, c = vectors.new_zeros(2, len(vectors), cell.hidden_size)
    for at in range(vectors.size(1)):
        sums = nn.functional.linear(vectors[:, at], cell.weight_ih, cell.bias_ih)
        sums = sums + nn.functional.linear(h, cell.weight_hh, cell.bias_hh)
        i, f, g, o = sums.chunk(4, dim=-1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        h = o.sigmoid() * c.tanh()
    return h
