"""Forgets the input. [rnn_step.input_ignored]"""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    return torch.tanh(weight_hh @ h + bias_hh + bias_ih)
