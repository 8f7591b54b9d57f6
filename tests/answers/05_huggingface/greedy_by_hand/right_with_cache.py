"""Keeps keys and values, and hands over the last token only."""


@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(input_ids=input_ids, attention_mask=attention_mask)
    ids, past = [model.config.decoder_start_token_id], None
    while len(ids) <= max_new_tokens and ids[-1] != model.config.eos_token_id:
        token = torch.tensor([ids[-1:]], device=input_ids.device)
        outputs = model(
            encoder_outputs=memory,
            attention_mask=attention_mask,
            decoder_input_ids=token,
            past_key_values=past,
            use_cache=True,
        )
        past, scores = outputs.past_key_values, outputs.logits[0, -1]
        best, second = scores.topk(2).indices.tolist()
        ids.append(second if best == model.config.pad_token_id else best)
    return ids
