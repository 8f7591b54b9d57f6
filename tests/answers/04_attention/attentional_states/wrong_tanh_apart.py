"""Takes tanh of each part. [attentional_states.tanh_apart]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    size = states.shape[-1]
    return torch.tanh(states @ weight_c[:, :size].T) + torch.tanh(context @ weight_c[:, size:].T)
