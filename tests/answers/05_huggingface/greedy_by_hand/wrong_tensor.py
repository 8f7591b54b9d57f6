"""From the task text alone: returns a tensor of a batch, as generate does, instead of a list of ids. [greedy_by_hand.a_tensor]"""


@torch.no_grad()
def greedy_by_hand(
    model: nn.Module, input_ids: Tensor, attention_mask: Tensor, max_new_tokens: int
) -> list[int]:
    memory = model.get_encoder()(
        input_ids=input_ids, attention_mask=attention_mask
    ).last_hidden_state
    ids = [model.config.decoder_start_token_id]
    for _ in range(max_new_tokens):
        written = torch.tensor([ids], device=input_ids.device)
        logits = model(
            encoder_outputs=(memory,), attention_mask=attention_mask, decoder_input_ids=written
        ).logits[0, -1]
        logits[model.config.pad_token_id] = -float("inf")
        token = int(logits.argmax())
        ids.append(token)
        if token == model.config.eos_token_id:
            break
    return torch.tensor([ids], device=input_ids.device)
