"""Lets an nn.LSTM that shares the cell's parameters read."""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    network = nn.LSTM(cell.input_size, cell.hidden_size, batch_first=True)
    for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
        setattr(network, f"{name}_l0", getattr(cell, name))
    if vectors.shape[1] == 0:
        return vectors.new_zeros(len(vectors), cell.hidden_size)
    _, (h_n, _) = network(vectors)
    return h_n[0]
