"""From the task text alone: hands input_ids to the model at every step, so the encoder runs again each time. [greedy_by_hand.encoder_again]"""


@torch.no_grad()
def greedy_by_hand(
    model: nn.Module, input_ids: Tensor, attention_mask: Tensor, max_new_tokens: int
) -> list[int]:
    ids = [model.config.decoder_start_token_id]
    for _ in range(max_new_tokens):
        written = torch.tensor([ids], device=input_ids.device)
        logits = model(
            input_ids=input_ids, attention_mask=attention_mask, decoder_input_ids=written
        ).logits[0, -1]
        logits[model.config.pad_token_id] = -float("inf")
        token = int(logits.argmax())
        ids.append(token)
        if token == model.config.eos_token_id:
            break
    return ids
