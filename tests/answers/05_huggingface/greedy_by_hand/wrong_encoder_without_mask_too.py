"""From the task text alone: the encoder runs without attention_mask; only the decoder gets it. [greedy_by_hand.encoder_unmasked]"""

@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(input_ids).last_hidden_state
    ids = [model.config.decoder_start_token_id]
    for _ in range(max_new_tokens):
        written = torch.tensor([ids], device=input_ids.device)
        logits = model(
            encoder_outputs=(memory,), attention_mask=attention_mask, decoder_input_ids=written
        ).logits[0, -1]
        logits[model.config.pad_token_id] = float("-inf")
        ids.append(int(logits.argmax()))
        if ids[-1] == model.config.eos_token_id:
            break
    return ids
