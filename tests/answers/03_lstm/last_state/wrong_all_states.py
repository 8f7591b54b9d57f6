"""Returns the hidden states of all time steps. [last_state.all_states]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    h = vectors.new_zeros(len(vectors), cell.hidden_size)
    c = torch.zeros_like(h)
    states = []
    for x in vectors.unbind(1):
        h, c = cell(x, (h, c))
        states.append(h)
    return torch.stack(states, 1)
