"""From the task text alone: sets the logit of pad to 0 instead of -inf, so pad is chosen where all others are negative. [greedy_by_hand.not_low_enough]"""
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
    for _ in range(max_new_tokens):
        written = torch.tensor([ids], device=input_ids.device)
        outputs = model(
            encoder_outputs=memory, attention_mask=attention_mask, decoder_input_ids=written
        )
        logits = outputs.logits[0, -1]
        logits[model.config.pad_token_id] = 0
        ids.append(logits.argmax().item())
        if ids[-1] == model.config.eos_token_id:
            break
    return ids
