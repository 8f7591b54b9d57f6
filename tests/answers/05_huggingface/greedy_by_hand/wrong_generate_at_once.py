"""Calls generate for one token at a time. [greedy_by_hand.generate_called, greedy_by_hand.encoder_again: used]"""


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
        row = model.generate(
            input_ids,
            attention_mask=attention_mask,
            decoder_input_ids=written,
            max_new_tokens=1,
            num_beams=1,
            forced_eos_token_id=None,
        )
        ids = row[0].tolist()
        if ids[-1] == model.config.eos_token_id:
            break
    return ids
