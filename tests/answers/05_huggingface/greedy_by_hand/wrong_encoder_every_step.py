"""From the task text alone: hands the source to the model at every time step, so the encoder runs again each time. [greedy_by_hand.encoder_again]"""

@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    ids = [model.config.decoder_start_token_id]
    for _ in range(max_new_tokens):
        written = torch.tensor([ids], device=input_ids.device)
        outputs = model(
            input_ids=input_ids, attention_mask=attention_mask, decoder_input_ids=written
        )
        logits = outputs.logits[0, -1]
        logits[model.config.pad_token_id] = -float("inf")
        ids.append(logits.argmax().item())
        if ids[-1] == model.config.eos_token_id:
            break
    return ids
