"""one sigmoid over everything, then slices by the hidden size; only the third is taken again with tanh."""

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
    size = len(h)
    sums = weight_ih @ x + bias_ih + weight_hh @ h + bias_hh
    gates = sums.sigmoid()
    i = gates[:size]
    f = gates[size : 2 * size]
    g = sums[2 * size : 3 * size].tanh()
    o = gates[3 * size :]
    c = torch.addcmul(f * c, i, g)
    h = o * c.tanh()
    return h, c
