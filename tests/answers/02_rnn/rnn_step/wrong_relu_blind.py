"""From the task text alone: takes ReLU, as in the hidden layers known so far, instead of tanh. [rnn_step.relu]"""

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
    return torch.relu(from_input + from_state)
