"""From the task text alone: finds one mask per sentence with argmax. [mask_positions.only_first]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    found = ids == mask_id
    rows = found.any(dim=1).nonzero().squeeze(1)
    return torch.stack([rows, found.int().argmax(dim=1)[rows]], dim=1)
