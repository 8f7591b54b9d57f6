"""From the task text alone: raises a ValueError when there is no mask, as top_words does. [mask_positions.nothing_found]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    found = (ids == mask_id).nonzero()
    if len(found) == 0:
        raise ValueError("no mask")
    return found
