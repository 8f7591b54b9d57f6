"""Lets a token see itself and the two before. [causal_mask.neighbours]"""

@shaped
def causal_mask(size: int) -> Bool[Tensor, "tgt src"]:
    place = torch.arange(size)
    distance = place.unsqueeze(1) - place
    return (distance >= 0) & (distance < 3)
