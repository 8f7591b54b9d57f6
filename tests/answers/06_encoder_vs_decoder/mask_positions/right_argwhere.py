"""Uses argwhere."""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return torch.argwhere(ids.eq(mask_id))
