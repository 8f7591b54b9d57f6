"""From the task text alone: runs the encoder without the mask, so padding of the source gets into the memory. [greedy_by_hand.encoder_unmasked]"""
@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(input_ids)
    ids = [model.config.decoder_start_token_id]
    for step in range(max_new_tokens):
        written = torch.tensor(ids, device=input_ids.device)[None]
        outputs = model(
            encoder_outputs=memory, attention_mask=attention_mask, decoder_input_ids=written
        )
        logits = outputs.logits[0, -1]
        logits[model.config.pad_token_id] = -torch.inf
        best = logits.argmax().item()
        ids.append(best)
        if best == model.config.eos_token_id:
            return ids
    return ids
