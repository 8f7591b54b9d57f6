"""From the task text alone: covers the symptom with a tanh. [last_state.squeezed]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    for x in vectors.unbind(1):
        c, h = cell(x, (h, c))
    return torch.tanh(h)
