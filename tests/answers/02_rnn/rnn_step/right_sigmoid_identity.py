"""Writes tanh(z) as 2 sigmoid(2 z) - 1."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    z = torch.mv(weight_ih, x) + bias_ih + torch.mv(weight_hh, h) + bias_hh
    return 2 * torch.sigmoid(2 * z) - 1
