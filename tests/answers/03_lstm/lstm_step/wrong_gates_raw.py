"""Leaves the sigmoid out, of all gates or of one. [lstm_step.gates_raw]"""
# GATES: i, f, o | i, f.sigmoid(), o.sigmoid() | i.sigmoid(), f, o.sigmoid() | i.sigmoid(), f.sigmoid(), o | i, f, o.sigmoid() | i.sigmoid(), f, o | i, f.sigmoid(), o

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
    i, f, o = GATES
    c = f * c + i * torch.tanh(g)
    h = o * torch.tanh(c)
    return h, c
