"""Turns the vectors into columns, multiplies, and takes the column off again."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = torch.matmul(weight_ih, x.unsqueeze(1)) + bias_ih.unsqueeze(1)
    from_state = torch.matmul(weight_hh, h.unsqueeze(1)) + bias_hh.unsqueeze(1)
    return torch.tanh(from_input + from_state).squeeze(1)
