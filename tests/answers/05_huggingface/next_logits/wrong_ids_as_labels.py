"""From the task text alone: hands the ids over as labels, which the model shifts, so the decoder never sees the last id. [check.value]"""
@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)  # [1, tgt]
    outputs = model(encoder_outputs=(memory,), attention_mask=mask, labels=written)
    return outputs.logits[0, -1]
