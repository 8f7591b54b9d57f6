"""Stacks along the wrong axis. [mask_positions.turned]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return torch.stack(torch.where(ids == mask_id))
