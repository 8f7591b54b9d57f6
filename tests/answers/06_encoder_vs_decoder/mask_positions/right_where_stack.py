"""Stacks the two index tensors that torch.where gives."""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return torch.stack(torch.where(ids == mask_id), dim=1)
