"""Puts the weights side by side and x above h, so that one product does it all."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    weight = torch.cat([weight_ih, weight_hh], dim=1)
    both = torch.cat([x, h])
    return torch.tanh(weight @ both + (bias_ih + bias_hh))
