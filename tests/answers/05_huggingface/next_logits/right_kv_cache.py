"""Feeds the tokens one at a time and carries the key-value cache."""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:

    cache = None
    for token in ids:
        outputs = model(
            encoder_outputs=(memory,),
            attention_mask=mask,
            decoder_input_ids=torch.tensor([[token]], device=memory.device),
            past_key_values=cache,
            use_cache=True,
        )
        cache = outputs.past_key_values
    return outputs.logits.flatten()
