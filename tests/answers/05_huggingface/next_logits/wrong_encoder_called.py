"""Hands the memory to the encoder once more. [next_logits.encoder_called]"""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)
    outputs = model(inputs_embeds=memory, attention_mask=mask, decoder_input_ids=written)
    return outputs.logits[0, -1]
