"""From the task text alone: stops before appending the end token, which belongs to the result. [greedy_by_hand.end_dropped]"""

@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(
        input_ids=input_ids, attention_mask=attention_mask
    ).last_hidden_state
    ids = [model.config.decoder_start_token_id]
    for step in range(max_new_tokens):
        written = torch.tensor(ids, device=input_ids.device)[None]
        outputs = model(
            encoder_outputs=(memory,), attention_mask=attention_mask, decoder_input_ids=written
        )
        logits = outputs.logits[0, -1]
        logits[model.config.pad_token_id] = -torch.inf
        token = logits.argmax().item()
        if token == model.config.eos_token_id:
            break
        ids.append(token)
    return ids
