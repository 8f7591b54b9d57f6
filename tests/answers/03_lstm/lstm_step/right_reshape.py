"""Reshapes the sums to four rows."""

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
    sums = weight_ih @ x + bias_ih + weight_hh @ h + bias_hh  # [4 × hidden]
    i, f, g, o = sums.reshape(4, -1)
    c_t = c * torch.sigmoid(f) + torch.tanh(g) * torch.sigmoid(i)
    return torch.tanh(c_t) * torch.sigmoid(o), c_t
