"""Squeezes the batch, which loses the axis of sentences where there is one. [mask_positions.squeezed]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return torch.nonzero(ids.squeeze(0) == mask_id)
