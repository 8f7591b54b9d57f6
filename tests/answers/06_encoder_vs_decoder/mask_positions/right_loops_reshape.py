"""Collects pairs with two loops and reshapes so that none gives [0, 2]."""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    rows = []
    for sentence, tokens in enumerate(ids.tolist()):
        for place, token in enumerate(tokens):
            if token == mask_id:
                rows.append([sentence, place])
    return torch.tensor(rows, dtype=torch.long, device=ids.device).reshape(-1, 2)
