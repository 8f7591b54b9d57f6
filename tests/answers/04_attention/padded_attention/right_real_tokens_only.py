"""Leaves the padding of each sentence out before it attends, and needs no mask."""

@shaped
def padded_attention(
    query: Float[Tensor, "batch heads tgt size"],
    key: Float[Tensor, "batch heads src size"],
    value: Float[Tensor, "batch heads src size"],
    mask: Bool[Tensor, "batch src"],
) -> Float[Tensor, "batch heads tgt size"]:
    rows = []
    for at, real in enumerate(mask):
        kept, given = key[at][:, real], value[at][:, real]  # [heads, real, size]
        rows.append(nn.functional.scaled_dot_product_attention(query[at], kept, given))
    return torch.stack(rows)
