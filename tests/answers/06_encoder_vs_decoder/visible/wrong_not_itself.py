"""From the task text alone: in the causal case a token cannot look at itself, only at earlier ones. [visible.self_hidden]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    seen = real.unsqueeze(1).expand(-1, size, -1)
    if not causal:
        return seen
    place = torch.arange(size, device=real.device)
    earlier = place[None, :] < place[:, None]
    return seen & earlier
