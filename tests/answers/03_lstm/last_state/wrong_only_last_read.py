"""Reads the last time step alone. [last_state.starts_anew]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    if vectors.shape[1]:
        h, c = cell(vectors[:, -1], (h, c))
    return h
