"""Grows a tensor with torch.cat, adds a penalty vector, and turns it into a list at the end."""


@torch.no_grad()
def greedy_by_hand(
    model: nn.Module, input_ids: Tensor, attention_mask: Tensor, max_new_tokens: int
) -> list[int]:

    config = model.config
    encoded = model.get_encoder()(input_ids, attention_mask=attention_mask, return_dict=True)
    written = torch.full((1, 1), config.decoder_start_token_id, device=input_ids.device)
    banned = torch.zeros(config.vocab_size, device=input_ids.device)
    banned[config.pad_token_id] = -torch.inf
    finished = False
    while not finished and written.shape[1] <= max_new_tokens:
        logits = model(
            encoder_outputs=encoded, attention_mask=attention_mask, decoder_input_ids=written
        ).logits
        best = (logits[:, -1] + banned).argmax(-1, keepdim=True)
        written = torch.cat([written, best], dim=1)
        finished = best.item() == config.eos_token_id
    return written[0].tolist()
