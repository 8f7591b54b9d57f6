"""Wraps the memory in BaseModelOutput and squeezes the last slice."""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:

    from transformers.modeling_outputs import BaseModelOutput

    written = torch.as_tensor(ids, device=model.device).unsqueeze(0)
    memory_only = BaseModelOutput(last_hidden_state=memory)
    outputs = model(encoder_outputs=memory_only, attention_mask=mask, decoder_input_ids=written)
    return outputs.logits[:, -1, :].squeeze(0)
