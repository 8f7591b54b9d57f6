"""Takes the functions where the sums are cut, and in the formulas once more. [lstm_step.activated_twice]"""
# TAKEN: i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid() | i.sigmoid(), f.sigmoid(), g, o.sigmoid() | i, f, g.tanh(), o | i, f, g.sigmoid(), o

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
    i, f, g, o = sums.chunk(4)
    i, f, g, o = TAKEN
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    h = torch.sigmoid(o) * torch.tanh(c)
    return h, c
