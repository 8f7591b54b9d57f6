"""torch.distributions.Categorical gives the log probability of each goal."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    real = (goals != pad_id).nonzero(as_tuple=True)
    chosen = torch.distributions.Categorical(logits=logits[real])
    return -chosen.log_prob(goals[real]).mean()
