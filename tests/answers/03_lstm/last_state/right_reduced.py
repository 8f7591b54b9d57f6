"""functools.reduce over the time steps."""

import functools


@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    zeros = vectors.new_zeros(len(vectors), cell.hidden_size)
    h, _ = functools.reduce(lambda state, x: cell(x, state), vectors.unbind(dim=1), (zeros, zeros))
    return h
