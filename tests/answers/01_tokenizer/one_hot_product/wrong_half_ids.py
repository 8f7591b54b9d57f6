"""From the task text alone: ids are compared as float16, where large ones fall together. [one_hot_product.rounded_ids]"""

@shaped
def one_hot_product(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> tuple[Float[Tensor, "token vocab"], Float[Tensor, "token embedding"]]:
    wanted = torch.tensor(ids).half().unsqueeze(1)
    columns = torch.arange(len(weight)).half()
    one_hot = (wanted == columns).float()
    return one_hot, one_hot @ weight
