"""From the task text alone: takes tanh of the state before multiplying it. [rnn_step.state_squeezed]"""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    h = torch.tanh(h)
    from_input = nn.functional.linear(x, weight_ih, bias_ih)
    from_state = nn.functional.linear(h, weight_hh, bias_hh)
    return torch.tanh(from_input + from_state)
