"""Multiplies column vectors and squeezes every axis of size 1 away. [attentional_states.axis_lost]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context], dim=-1).unsqueeze(-1)  # columns
    return torch.tanh(weight_c @ joined).squeeze()
