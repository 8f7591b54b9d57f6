"""Puts both matrices side by side and multiplies once."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    both = torch.cat([weight_ih, weight_hh], dim=1)
    return torch.tanh(both @ torch.cat([x, h]) + (bias_ih + bias_hh))
