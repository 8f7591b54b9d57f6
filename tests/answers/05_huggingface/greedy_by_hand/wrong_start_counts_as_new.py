"""From the task text alone: counts the start token as a new one, so one token too few is written. [greedy_by_hand.start_counted]"""

@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(input_ids, attention_mask=attention_mask).last_hidden_state
    ids = [model.config.decoder_start_token_id]
    while len(ids) < max_new_tokens:
        written = torch.tensor([ids], device=input_ids.device)
        logits = model(
            encoder_outputs=(memory,), attention_mask=attention_mask, decoder_input_ids=written
        ).logits[0, -1]
        logits[model.config.pad_token_id] = float("-inf")
        ids.append(int(logits.argmax()))
        if ids[-1] == model.config.eos_token_id:
            break
    return ids
