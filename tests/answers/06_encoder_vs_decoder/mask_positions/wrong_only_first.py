"""Finds the first in each sentence. [mask_positions.only_first]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    hits = ids == mask_id
    rows = hits.any(1).nonzero().squeeze(1)
    return torch.stack([rows, hits[rows].int().argmax(1)], 1)
