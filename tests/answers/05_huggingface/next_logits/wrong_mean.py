"""Takes the mean over all places. [next_logits.mean_over_places]"""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)
    outputs = model(encoder_outputs=(memory,), attention_mask=mask, decoder_input_ids=written)
    return outputs.logits[0].mean(0)
