"""From the task text alone: takes them rightly and swaps them afterwards. [last_state.untouched]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    for x in vectors.unbind(1):
        new_h, new_c = cell(x, (h, c))
        h, c = new_c, new_h
    return h
