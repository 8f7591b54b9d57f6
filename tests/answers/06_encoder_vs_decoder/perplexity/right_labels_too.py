"""Lets the model shift and average by handing the ids over as labels."""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError(len(ids))

    batch = ids.reshape(1, -1)
    return model(input_ids=batch, labels=batch).loss.exp().item()
