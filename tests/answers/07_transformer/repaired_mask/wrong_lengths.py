"""From the task text alone: counts what is no padding and takes padding to stand at the end. [repaired_mask.padding_at_end]"""

@shaped
def repaired_mask(
    target: Int[Tensor, "*batch tgt"], pad_id: int = 0
) -> Bool[Tensor, "*batch tgt tgt"]:
    lengths = (target != pad_id).sum(-1, keepdim=True)
    real = (torch.arange(target.shape[-1]) < lengths).unsqueeze(-2)
    return real & causal_mask(target.size(-1)).to(real.device)
