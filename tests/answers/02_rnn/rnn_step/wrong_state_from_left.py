"""From the task text alone: h @ weight_hh without the transpose, which uses the columns for the rows. [rnn_step.state_transposed]"""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = weight_ih @ x + bias_ih
    from_state = h @ weight_hh + bias_hh
    return torch.tanh(from_input + from_state)
