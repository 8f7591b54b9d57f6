"""From the task text alone: joined on an axis by number, fails with two batch axes. [attentional_states.wrong_axis]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    last = 1 if states.dim() == 2 else 2
    both = torch.cat([states, context], dim=last)
    return torch.tanh(both @ weight_c.T)
