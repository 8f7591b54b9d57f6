"""From the task text alone: every token sees itself, padding too. [repaired_mask.itself_always]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    size = target.shape[-1]
    real = (target != pad_id).unsqueeze(-2)
    earlier = torch.ones(size, size, dtype=torch.bool, device=target.device).tril(-1)
    itself = torch.eye(size, dtype=torch.bool, device=target.device)
    return (earlier & real) | itself
