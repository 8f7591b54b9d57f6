"""From the task text alone: hands the memory over without the tuple, so its first row is taken for the memory. [next_logits.memory_unwrapped: handed, raised]"""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)
    outputs = model(encoder_outputs=memory, attention_mask=mask, decoder_input_ids=written)
    return outputs.logits[0, -1]
