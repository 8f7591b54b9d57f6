"""Returns the two tensors that where gives. [mask_positions.not_a_tensor]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return torch.where(ids == mask_id)
