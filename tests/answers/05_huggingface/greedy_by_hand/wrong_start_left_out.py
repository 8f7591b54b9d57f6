"""From the task text alone: cuts the start token off the result, though it is the first id. [greedy_by_hand.no_start]"""
@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(input_ids=input_ids, attention_mask=attention_mask)
    ids = [model.config.decoder_start_token_id]
    while len(ids) - 1 < max_new_tokens:
        written = torch.tensor([ids], device=input_ids.device)
        outputs = model(
            encoder_outputs=memory, attention_mask=attention_mask, decoder_input_ids=written
        )
        logits = outputs.logits[0, -1]
        logits[model.config.pad_token_id] = float("-inf")
        token = int(logits.argmax())
        ids.append(token)
        if token == model.config.eos_token_id:
            break
    return ids[1:]
