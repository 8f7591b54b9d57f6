"""From the task text alone: makes a tensor of a list, which has the shape [0] when nothing was found. [mask_positions.nothing_found]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    rows = [
        [sentence, place]
        for sentence, tokens in enumerate(ids.tolist())
        for place, token in enumerate(tokens)
        if token == mask_id
    ]
    return torch.tensor(rows)
