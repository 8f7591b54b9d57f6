"""Keeps the key-value cache and feeds only the newest token."""


@torch.no_grad()
def greedy_by_hand(
    model: nn.Module, input_ids: Tensor, attention_mask: Tensor, max_new_tokens: int
) -> list[int]:
    memory = model.get_encoder()(
        input_ids=input_ids, attention_mask=attention_mask
    ).last_hidden_state
    ids = [model.config.decoder_start_token_id]
    cache = None
    for _ in range(max_new_tokens):
        outputs = model(
            encoder_outputs=(memory,),
            attention_mask=attention_mask,
            decoder_input_ids=torch.tensor([ids[-1:]], device=memory.device),
            past_key_values=cache,
            use_cache=True,
        )
        cache = outputs.past_key_values
        logits = outputs.logits[0, -1].clone()
        logits[model.config.pad_token_id] = -float("inf")
        token = int(logits.argmax())
        ids.append(token)
        if token == model.config.eos_token_id:
            break
    return ids
