"""Returns places only. [mask_positions.one_column]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return torch.where(ids == mask_id)[1]
