"""From the task text alone: lets PyTorch compute it and clears rows that may see nothing. [scaled_dot_product.ready_made: used]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    mixed = torch.nn.functional.scaled_dot_product_attention(query, key, value, mask)
    return mixed.nan_to_num(0.0)
