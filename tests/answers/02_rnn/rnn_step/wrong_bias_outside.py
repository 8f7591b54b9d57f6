"""From the task text alone: adds the biases after the tanh. [rnn_step.bias_outside]"""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = weight_ih @ x
    from_state = weight_hh @ h
    return torch.tanh(from_input + from_state) + bias_ih + bias_hh
