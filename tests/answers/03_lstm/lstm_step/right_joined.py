"""joins x and h and both matrices, so one product does it all, and unbinds a [4, hidden] table."""

@shaped
def lstm_step(
    x: Float[Tensor, "embedding"],
    state: tuple[Float[Tensor, "hidden"], Float[Tensor, "hidden"]],
    weight_ih: Float[Tensor, "4*hidden embedding"],
    weight_hh: Float[Tensor, "4*hidden hidden"],
    bias_ih: Float[Tensor, "4*hidden"],
    bias_hh: Float[Tensor, "4*hidden"],
) -> tuple[Float[Tensor, "hidden"], Float[Tensor, "hidden"]]:
    h, c = state
    weight = torch.cat([weight_ih, weight_hh], dim=1)
    sums = weight @ torch.cat([x, h]) + (bias_ih + bias_hh)
    i, f, g, o = sums.reshape(4, -1).unbind(0)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    h = torch.sigmoid(o) * torch.tanh(c)
    return h, c
