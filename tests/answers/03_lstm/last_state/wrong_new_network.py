"""Reads with a new nn.LSTM, whose weights are others. [last_state.other_weights]"""

@shaped
def last_state(
    cell: nn.LSTMCell, vectors: Float[Tensor, "batch src embedding"]
) -> Float[Tensor, "batch hidden"]:
    network = nn.LSTM(cell.input_size, cell.hidden_size, batch_first=True)
    for parameter in network.parameters():
        nn.init.constant_(parameter, 0.5)
    if vectors.shape[1] == 0:
        return vectors.new_zeros(len(vectors), cell.hidden_size)
    return network(vectors)[1][0][0]
