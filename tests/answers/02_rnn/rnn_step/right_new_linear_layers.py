"""Builds two nn.Linear and calls them with the given weights."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    input_layer = nn.Linear(weight_ih.shape[1], weight_ih.shape[0])
    state_layer = nn.Linear(weight_hh.shape[1], weight_hh.shape[0])
    from_input = torch.func.functional_call(input_layer, {"weight": weight_ih, "bias": bias_ih}, x)
    from_state = torch.func.functional_call(state_layer, {"weight": weight_hh, "bias": bias_hh}, h)
    return torch.tanh(from_input + from_state)
