"""Writes the hyperbolic tangent as a sigmoid and multiplies W_c from the left, as the formula does."""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context], dim=-1).unsqueeze(-1)  # column vectors
    summed = (weight_c @ joined).squeeze(-1)
    return 2 * torch.sigmoid(2 * summed) - 1
