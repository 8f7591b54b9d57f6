"""Flattens the batch and recovers row and column by division and remainder."""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    flat = (ids.reshape(-1) == mask_id).nonzero().squeeze(1)
    width = ids.shape[1]
    return torch.stack([flat // width, flat % width], dim=1)
