"""From the task text alone: reads from the end to the start. [last_state.backwards]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    for x in vectors.flip(1).unbind(1):
        h, c = cell(x, (h, c))
    return h
