"""A loop over the hidden units with dot products, stacked at the end."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    units = []
    for i in range(len(h)):
        z = torch.dot(weight_ih[i], x) + bias_ih[i] + torch.dot(weight_hh[i], h) + bias_hh[i]
        units.append(torch.tanh(z))
    return torch.stack(units)
