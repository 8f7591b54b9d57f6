"""Takes each query row on its own and picks out the keys it may see."""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    rows = []
    for step in range(query.shape[-2]):
        if mask is None:
            places = torch.arange(key.shape[-2], device=key.device)
        else:
            places = mask[step].nonzero().squeeze(-1)
        keys, values = key[..., places, :], value[..., places, :]
        scores = (keys @ query[..., step, :, None]).squeeze(-1) / query.shape[-1] ** 0.5
        rows.append((scores.softmax(-1).unsqueeze(-1) * values).sum(-2))
    return torch.stack(rows, dim=-2)
