"""From the task text alone: knows no state when nothing was read. [last_state.nothing_read]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    state = None
    for x in vectors.unbind(1):
        state = cell(x, state)
    return state[0]
