"""From the task text alone: padding sees itself. [repaired_mask.itself_always]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    real = (target != pad_id).unsqueeze(-2)  # [*batch, 1, tgt]
    size = target.shape[-1]
    return (real & causal_mask(size)) | torch.eye(size, dtype=torch.bool)
