"""Multiplies from the left with the transposed weights, as row vectors."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = x @ weight_ih.T + bias_ih
    from_state = h @ weight_hh.T + bias_hh
    return torch.tanh(from_input + from_state)
