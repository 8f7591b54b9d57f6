"""From the task text alone: never forbids the pad token, so it can be chosen. [greedy_by_hand.padding_written]"""

@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    encoder = model.get_encoder()
    memory = encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
    ids = [model.config.decoder_start_token_id]
    for _ in range(max_new_tokens):
        written = torch.tensor([ids], device=input_ids.device)
        outputs = model(
            encoder_outputs=(memory,), attention_mask=attention_mask, decoder_input_ids=written
        )
        best = outputs.logits[0, -1].argmax().item()
        ids.append(best)
        if best == model.config.eos_token_id:
            break
    return ids
