"""From the task text alone: calls PyTorch's own function under another name (the text forbids calling it). [scaled_dot_product.ready_made]"""

from torch.nn.functional import scaled_dot_product_attention as attend


@shaped
def scaled_dot_product(
    query: Float[Tensor, "*batch tgt size"],
    key: Float[Tensor, "*batch src size"],
    value: Float[Tensor, "*batch src value"],
    mask: Bool[Tensor, "tgt src"] | None = None,
) -> Float[Tensor, "*batch tgt value"]:
    return attend(query, key, value, attn_mask=mask)
