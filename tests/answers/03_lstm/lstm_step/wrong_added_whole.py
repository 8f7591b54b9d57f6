"""Adds the gates to what they are to let through. [lstm_step.gates_added]"""
# MIXED: f * c + i + g | f + c + i * g | f + c + i + g

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
    i, f, g, o = i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid()
    c = MIXED
    h = o * torch.tanh(c)
    return h, c
