"""Makes a tensor of a list. [mask_positions.nothing_found]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    found = [
        [i, j]
        for i, row in enumerate(ids.tolist())
        for j, token in enumerate(row)
        if token == mask_id
    ]
    return torch.tensor(found)
