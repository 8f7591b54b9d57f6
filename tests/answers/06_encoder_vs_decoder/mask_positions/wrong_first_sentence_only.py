"""Looks at the first sentence. [mask_positions.first_sentence_only]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    found = (ids[0] == mask_id).nonzero()
    return torch.cat([torch.zeros_like(found), found], 1)
