"""Goes from the end. [mask_positions.last_first]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return (ids == mask_id).nonzero().flip(0)
