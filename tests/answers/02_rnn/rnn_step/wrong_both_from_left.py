"""From the task text alone: x @ weight_ih and h @ weight_hh without the transpose; runs only where the two sizes are the same. [rnn_step.sides_swapped]"""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = x @ weight_ih + bias_ih
    from_state = h @ weight_hh + bias_hh
    return torch.tanh(from_input + from_state)
