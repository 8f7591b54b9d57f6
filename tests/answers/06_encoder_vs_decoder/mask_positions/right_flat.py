"""Divides places in all sentences."""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    flat = (ids.flatten() == mask_id).nonzero().squeeze(1)
    return torch.stack([flat // ids.shape[1], flat % ids.shape[1]], -1)
