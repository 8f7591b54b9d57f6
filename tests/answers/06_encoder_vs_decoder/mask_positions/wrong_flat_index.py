"""From the task text alone: returns flat positions twice instead of row and column. [mask_positions.place_in_all]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    flat = (ids.flatten() == mask_id).nonzero()
    return flat.expand(-1, 2)
