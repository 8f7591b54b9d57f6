"""From the task text alone: hands the memory over as inputs_embeds, so the encoder runs over it once more. [next_logits.encoder_called]"""
@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor(ids, device=memory.device).unsqueeze(0)  # [1, tgt]
    outputs = model(inputs_embeds=memory, attention_mask=mask, decoder_input_ids=written)
    return outputs.logits[0, -1, :]
