"""From the task text alone: leaves bias_hh out since one bias seems enough. [rnn_step.one_bias]"""

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
    from_state = weight_hh @ h
    return torch.tanh(from_input + from_state)
