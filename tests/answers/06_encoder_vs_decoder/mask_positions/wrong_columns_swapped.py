"""Puts the place first. [mask_positions.columns_swapped]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return (ids == mask_id).nonzero().flip(1)
