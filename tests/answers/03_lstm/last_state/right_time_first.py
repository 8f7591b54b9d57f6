"""Turns the axes, so that time comes first; the cell makes the zeros."""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    state = None
    for x in vectors.transpose(0, 1):
        state = cell(x, state)
    return vectors.new_zeros(len(vectors), cell.hidden_size) if state is None else state[0]
