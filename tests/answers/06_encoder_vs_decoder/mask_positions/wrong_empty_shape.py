"""From the task text alone: without any masked place the result has shape [0] instead of [0, 2]. [shapes.result]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    rows = []
    for sentence, row in enumerate(ids.tolist()):
        for place, token in enumerate(row):
            if token == mask_id:
                rows.append((sentence, place))
    return torch.tensor(rows, dtype=torch.long, device=ids.device)
