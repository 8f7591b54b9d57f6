"""cuts the weights instead of the result and computes each formula on its own."""

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
    parts = zip(
        weight_ih.chunk(4), bias_ih.chunk(4), weight_hh.chunk(4), bias_hh.chunk(4), strict=True
    )
    i, f, g, o = [w_x @ x + b_x + w_h @ h + b_h for w_x, b_x, w_h, b_h in parts]
    new_c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    return o.sigmoid() * new_c.tanh(), new_c
