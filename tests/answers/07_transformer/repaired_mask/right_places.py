"""Compares places."""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    at = torch.arange(target.shape[-1], device=target.device)
    not_ahead = at.unsqueeze(-1) >= at
    return torch.logical_and(not_ahead, target.ne(pad_id)[..., None, :])
