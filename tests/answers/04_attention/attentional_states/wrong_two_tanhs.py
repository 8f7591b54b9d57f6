"""From the task text alone: takes tanh of both halves and adds them. [attentional_states.tanh_apart]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    own, looked = weight_c.chunk(2, dim=-1)
    return (states @ own.T).tanh() + (context @ looked.T).tanh()
