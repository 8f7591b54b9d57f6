"""An inner generator function yields tokens until it is done; calls decoder and last layer itself."""


@torch.no_grad()
def greedy_by_hand(
    model: nn.Module, input_ids: Tensor, attention_mask: Tensor, max_new_tokens: int
) -> list[int]:

    encoder, decoder, config = model.get_encoder(), model.get_decoder(), model.config
    memory = encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state

    def write(ids: list[int], left: int) -> list[int]:
        if left == 0:
            return ids
        states = decoder(
            input_ids=torch.tensor([ids], device=memory.device),
            encoder_hidden_states=memory,
            encoder_attention_mask=attention_mask,
        ).last_hidden_state
        logits = (model.lm_head(states) + model.final_logits_bias)[0, -1].tolist()
        allowed = (token for token in range(len(logits)) if token != config.pad_token_id)
        token = max(allowed, key=logits.__getitem__)
        return [*ids, token] if token == config.eos_token_id else write([*ids, token], left - 1)

    return write([config.decoder_start_token_id], max_new_tokens)
