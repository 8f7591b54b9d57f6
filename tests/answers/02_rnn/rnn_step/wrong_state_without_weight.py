"""From the task text alone: adds the state as it is, without multiplying it by weight_hh. [rnn_step.state_unweighted]"""

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
    from_state = h + bias_hh
    return torch.tanh(from_input + from_state)
