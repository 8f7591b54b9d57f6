"""Squeezes rows and places one by one, and joins what is left of them. [mask_positions.squeezed]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    rows, places = (ids == mask_id).nonzero(as_tuple=True)
    return torch.stack([rows.squeeze(), places.squeeze()], dim=-1)
