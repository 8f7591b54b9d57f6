"""No matrix product: multiplies with broadcasting and sums the columns."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = (weight_ih * x).sum(dim=1) + bias_ih
    from_state = (weight_hh * h).sum(dim=1) + bias_hh
    return torch.tanh(from_input + from_state)
