"""Puts a number for the logit of padding that others may be below. [greedy_by_hand.not_low_enough]"""
# VALUE: 0 | -10


@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(input_ids, attention_mask=attention_mask)
    ids = [model.config.decoder_start_token_id]
    for _ in range(max_new_tokens):
        tokens = torch.tensor([ids], device=input_ids.device)
        scores = model(
            encoder_outputs=memory, attention_mask=attention_mask, decoder_input_ids=tokens
        ).logits[0, -1]
        scores[model.config.pad_token_id] = VALUE
        ids.append(int(scores.argmax()))
        if ids[-1] == model.config.eos_token_id:
            break
    return ids
