"""Cuts the sums in another order than PyTorch stacks them. [lstm_step.gate_order]"""
# ORDER: i, f, o, g | i, g, f, o | i, g, o, f | i, o, f, g | i, o, g, f | f, i, g, o | f, i, o, g | f, g, i, o | f, g, o, i | f, o, i, g | f, o, g, i | g, i, f, o | g, i, o, f | g, f, i, o | g, f, o, i | g, o, i, f | g, o, f, i | o, i, f, g | o, i, g, f | o, f, i, g | o, f, g, i | o, g, i, f | o, g, f, i

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
    ORDER = sums.chunk(4)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    h = torch.sigmoid(o) * torch.tanh(c)
    return h, c
