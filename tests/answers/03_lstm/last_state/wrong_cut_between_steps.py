"""Detaches the states in every time step. [last_state.cut_between_steps]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    for x in vectors.unbind(1):
        h, c = cell(x, (h.detach(), c.detach()))
    return h
