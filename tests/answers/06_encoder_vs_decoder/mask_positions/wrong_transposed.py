"""From the task text alone: sorts by place in the sentence first, since the batch was transposed. [mask_positions.by_place]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return (ids.T == mask_id).nonzero().flip(1)
