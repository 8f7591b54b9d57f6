"""From the task text alone: gives the decoder only the last id instead of all ids written so far. [next_logits.last_alone]"""

@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([[ids[-1]]], device=memory.device)  # [1, tgt]
    outputs = model(encoder_outputs=(memory,), attention_mask=mask, decoder_input_ids=written)
    return outputs.logits[0, -1]
