"""From the task text alone: padding is counted and taken to stand at the end, not anywhere. [repaired_mask.padding_at_end]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    n = target.shape[-1]
    causal = torch.ones(n, n, dtype=torch.bool, device=target.device).tril()
    lengths = (target != pad_id).sum(dim=-1, keepdim=True)
    real = torch.arange(n, device=target.device) < lengths
    return causal & real[..., None, :]
