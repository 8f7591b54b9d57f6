"""Wraps the memory as the model does."""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    from transformers.modeling_outputs import BaseModelOutput

    written = memory.new_tensor([ids], dtype=torch.long)
    outputs = model(
        encoder_outputs=BaseModelOutput(last_hidden_state=memory),
        attention_mask=mask,
        decoder_input_ids=written,
        use_cache=False,
    )
    return outputs.logits[:, -1].flatten()
