"""Returns the comparison. [mask_positions.booleans]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return (ids == mask_id)[:, :2]
