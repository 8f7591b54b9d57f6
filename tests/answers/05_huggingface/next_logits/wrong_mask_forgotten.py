"""From the task text alone: does not hand over the mask, so padding of the source is attended to. [next_logits.mask_dropped]"""

@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor(ids, device=memory.device).unsqueeze(0)  # [1, tgt]
    outputs = model(encoder_outputs=(memory,), decoder_input_ids=written)
    return outputs.logits[0, -1, :]
