"""Hands what is written over as input_ids. [next_logits.two_inputs: handed, raised]"""


@torch.no_grad()
@shaped
def next_logits(
    model: nn.Module,
    memory: Float[Tensor, "1 src hidden"],
    mask: Int[Tensor, "1 src"],
    ids: list[int],
) -> Float[Tensor, "vocab"]:
    written = torch.tensor([ids], device=memory.device)
    outputs = model(input_ids=written, encoder_outputs=(memory,), attention_mask=mask)
    return outputs.logits[0, -1]
