"""From the task text alone: hands the mask of the source over as the decoder's mask. [next_logits.mask_for_decoder]"""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)
    outputs = model(
        encoder_outputs=(memory,), decoder_attention_mask=mask, decoder_input_ids=written
    )
    return outputs.logits[0, -1]
