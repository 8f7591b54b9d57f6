"""From the task text alone: only the first masked place of each sentence is returned. [mask_positions.only_first]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    is_mask = ids == mask_id
    sentences = is_mask.any(dim=1).nonzero().squeeze(1)
    places = is_mask.int().argmax(dim=1)[sentences]
    return torch.stack([sentences, places], dim=1)
