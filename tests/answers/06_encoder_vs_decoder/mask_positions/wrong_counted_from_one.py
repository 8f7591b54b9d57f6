"""Counts sentences and tokens from 1. [mask_positions.counted_from_one]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return (ids == mask_id).nonzero() + 1
