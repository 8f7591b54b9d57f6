"""Runs without a cache and picks the place by the number of tokens written."""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:

    written = torch.tensor(ids, dtype=torch.long, device=mask.device).view(1, -1)
    outputs = model(
        encoder_outputs=(memory,), attention_mask=mask, decoder_input_ids=written, use_cache=False
    )
    return outputs[0].select(1, len(ids) - 1).reshape(-1)
