"""From the task text alone: keeps the logits of the first place instead of the last. [next_logits.first_place]"""

@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)  # [1, tgt]
    outputs = model(encoder_outputs=(memory,), attention_mask=mask, decoder_input_ids=written)
    return outputs.logits[0, 0]
