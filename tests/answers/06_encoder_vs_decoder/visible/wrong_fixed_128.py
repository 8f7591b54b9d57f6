"""From the task text alone: keeps one mask of 128 places, as many as the small BERT reads. [visible.fixed_size: raised]"""

@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    keys = real.unsqueeze(1).expand(-1, size, -1)
    if not causal:
        return keys
    place = torch.arange(128)
    return keys.logical_and((place <= place[:, None])[:size, :size])
