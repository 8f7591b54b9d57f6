"""From the task text alone: puts the two parts side by side instead of adding them. [shapes.result]"""

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
    from_state = weight_hh @ h + bias_hh
    return torch.tanh(torch.cat([from_input, from_state]))
