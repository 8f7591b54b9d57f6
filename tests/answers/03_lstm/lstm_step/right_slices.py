"""Cuts the sums by hand."""

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
    size = len(h)
    i, f = sums[:size].sigmoid(), sums[size : 2 * size].sigmoid()
    g, o = sums[2 * size : 3 * size].tanh(), sums[3 * size :].sigmoid()
    new_c = f * c + i * g
    return o * new_c.tanh(), new_c
