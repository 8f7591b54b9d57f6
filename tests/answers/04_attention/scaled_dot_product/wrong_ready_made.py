"""Calls PyTorch's own function under another name. [scaled_dot_product.ready_made: used]"""

@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    attend = nn.functional.scaled_dot_product_attention
    return attend(query, key, value, attn_mask=mask)
