"""From the task text alone: takes the tanh of both parts and adds these. [rnn_step.tanh_apart]"""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = torch.tanh(weight_ih @ x + bias_ih)
    from_state = torch.tanh(weight_hh @ h + bias_hh)
    return from_input + from_state
