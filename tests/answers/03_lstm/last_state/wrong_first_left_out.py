"""Starts at the second time step. [last_state.first_left_out]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    for at in range(1, vectors.shape[1]):
        h, c = cell(vectors[:, at], (h, c))
    return h
