"""Makes states of the vectors' size. [last_state.state_size]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = torch.zeros_like(vectors[:, 0])
    c = torch.zeros_like(h)
    for x in vectors.unbind(1):
        h, c = cell(x, (h, c))
    return h
