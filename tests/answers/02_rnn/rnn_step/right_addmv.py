"""torch.addmv twice, one result as the bias of the other."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    total = torch.addmv(torch.addmv(bias_ih, weight_ih, x) + bias_hh, weight_hh, h)
    return total.tanh()
