"""From the task text alone: rows are ordered by place first and not by sentence first. [mask_positions.by_place]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    found = torch.nonzero(ids.T == mask_id)  # (token, sentence)
    return found.flip(1)
