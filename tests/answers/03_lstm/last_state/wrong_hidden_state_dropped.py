"""Keeps the cell state alone. [last_state.hidden_state_dropped]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    last = h
    for x in vectors.unbind(1):
        last, c = cell(x, (h, c))
    return last
