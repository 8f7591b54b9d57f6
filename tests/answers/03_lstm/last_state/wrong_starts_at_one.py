"""Starts from ones. [last_state.not_from_zero]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_ones(len(vectors), cell.hidden_size)
    c = torch.ones_like(h)
    for x in vectors.unbind(1):
        h, c = cell(x, (h, c))
    return h
