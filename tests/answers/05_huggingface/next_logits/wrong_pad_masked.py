"""Masks what is written by the id of padding, which may start the decoder. [next_logits.pad_masked]"""


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
        encoder_outputs=(memory,),
        attention_mask=mask,
        decoder_input_ids=written,
        decoder_attention_mask=(written != model.config.pad_token_id).long(),
    )
    return outputs.logits[0, -1]
