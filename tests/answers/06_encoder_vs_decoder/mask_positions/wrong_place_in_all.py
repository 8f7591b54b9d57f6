"""Counts through all sentences. [mask_positions.place_in_all]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    flat = (ids.flatten() == mask_id).nonzero().squeeze(1)
    return torch.stack([torch.zeros_like(flat), flat], 1)
