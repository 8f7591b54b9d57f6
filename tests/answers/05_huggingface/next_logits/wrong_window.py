"""From the task text alone: only the last 64 of what was written go in. [next_logits.window]"""

@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids[-64:]], device=memory.device)  # [1, tgt]
    outputs = model(encoder_outputs=(memory,), attention_mask=mask, decoder_input_ids=written)
    return outputs.logits[0, -1]
