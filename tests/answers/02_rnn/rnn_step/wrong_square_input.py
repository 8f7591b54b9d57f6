"""From the task text alone: a square weight_ih is multiplied from the wrong side. [rnn_step.input_transposed]"""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    fits_left = x.shape[0] == weight_ih.shape[0]
    from_input = (x @ weight_ih if fits_left else weight_ih @ x) + bias_ih
    from_state = weight_hh @ h + bias_hh
    return torch.tanh(from_input + from_state)
