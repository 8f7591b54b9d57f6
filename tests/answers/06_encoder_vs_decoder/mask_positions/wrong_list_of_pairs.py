"""Returns a list of pairs. [mask_positions.not_a_tensor]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    return [
        [i, j] for i, row in enumerate(ids.tolist()) for j, token in enumerate(row) if token == mask_id
    ]
