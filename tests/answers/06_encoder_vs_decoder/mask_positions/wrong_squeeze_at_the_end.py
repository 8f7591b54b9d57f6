"""From the task text alone: squeeze at the end: with a single mask the first axis goes. [mask_positions.squeezed]"""

@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return (ids == mask_id).nonzero().squeeze()
