"""Spells both products as einsum and adds the biases at the end."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    from_input = torch.einsum("he,e->h", weight_ih, x)
    from_state = torch.einsum("hk,k->h", weight_hh, h)
    return (from_input + from_state + bias_ih + bias_hh).tanh()
