"""From the task text alone: takes tanh of the state's part, and again of the sum. [rnn_step.tanh_nested]"""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = torch.matmul(weight_ih, x) + bias_ih
    from_state = torch.tanh(torch.matmul(weight_hh, h) + bias_hh)
    return torch.tanh(from_input + from_state)
