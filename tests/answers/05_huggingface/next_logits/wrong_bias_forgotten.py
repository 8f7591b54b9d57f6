"""Calls the decoder and the last layer, but leaves the bias of the logits out. [next_logits.bias_forgotten]"""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)
    states = model.get_decoder()(
        input_ids=written, encoder_hidden_states=memory, encoder_attention_mask=mask
    ).last_hidden_state
    return model.lm_head(states[0, -1])
