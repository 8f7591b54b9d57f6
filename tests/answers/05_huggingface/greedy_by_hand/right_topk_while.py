"""A while loop that takes the better of the top two that is not padding."""


@torch.no_grad()
def greedy_by_hand(
    model: nn.Module, input_ids: Tensor, attention_mask: Tensor, max_new_tokens: int
) -> list[int]:
    memory = model.get_encoder()(
        input_ids=input_ids, attention_mask=attention_mask
    ).last_hidden_state
    ids = [model.config.decoder_start_token_id]
    while len(ids) - 1 < max_new_tokens and (len(ids) == 1 or ids[-1] != model.config.eos_token_id):
        written = torch.tensor([ids], device=input_ids.device)
        logits = model(
            encoder_outputs=(memory,), attention_mask=attention_mask, decoder_input_ids=written
        ).logits[0, -1]
        best, second = logits.topk(2).indices.tolist()
        ids.append(second if best == model.config.pad_token_id else best)
    return ids
