"""uses functional.linear and writes the sigmoid through tanh."""

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
    def sigmoid(value: Tensor) -> Tensor:
        return (torch.tanh(value / 2) + 1) / 2

    sums = nn.functional.linear(x, weight_ih, bias_ih) + nn.functional.linear(h, weight_hh, bias_hh)
    i, f, g, o = torch.split(sums, h.shape[0])
    c = sigmoid(f) * c + sigmoid(i) * torch.tanh(g)
    h = sigmoid(o) * torch.tanh(c)
    return h, c
