"""From the task text alone: places counted in int8 turn negative from 128 on. [check.value]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    place = torch.arange(size).to(torch.int8)  # small numbers save memory
    return place.unsqueeze(1) >= place.unsqueeze(0)
