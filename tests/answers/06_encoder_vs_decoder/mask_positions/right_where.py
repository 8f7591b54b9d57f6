"""Joins what where gives."""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    rows, places = torch.where(ids == mask_id)
    return torch.stack([rows, places], dim=1)
