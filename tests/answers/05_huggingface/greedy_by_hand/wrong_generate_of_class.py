"""Calls the generate of the class. [greedy_by_hand.generate_called: used]"""


@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    written = type(model).generate(
        model, input_ids, attention_mask=attention_mask, max_new_tokens=max_new_tokens, num_beams=1
    )
    return written.flatten().tolist()
