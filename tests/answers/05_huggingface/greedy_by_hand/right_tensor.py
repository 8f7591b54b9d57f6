"""Grows a tensor and forbids padding with a mask."""


@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(input_ids, attention_mask=attention_mask).last_hidden_state
    config = model.config
    written = torch.full((1, 1), config.decoder_start_token_id, device=input_ids.device)
    while written.shape[1] < max_new_tokens + 1:
        logits = model(
            encoder_outputs=(memory,), attention_mask=attention_mask, decoder_input_ids=written
        ).logits
        forbidden = torch.arange(logits.shape[-1], device=logits.device) == config.pad_token_id
        best = logits[:, -1:].masked_fill(forbidden, -torch.inf).argmax(-1)
        written = torch.cat([written, best], dim=1)
        if best.item() == config.eos_token_id:
            break
    return written[0].tolist()
