"""Collects the arguments in a dictionary."""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)
    inputs = {"encoder_outputs": [memory], "attention_mask": mask, "decoder_input_ids": written}
    return model(**inputs)["logits"].squeeze(0)[-1]
