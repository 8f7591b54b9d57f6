"""From the task text alone: returns probabilities after softmax instead of logits. [next_logits.softmax_too_early]"""

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
    return outputs.logits[0, -1].softmax(dim=-1)
