"""Calls decoder and last layer itself."""


@torch.no_grad()
@shaped
def greedy_by_hand(
    model: nn.Module,
    input_ids: Int[Tensor, "1 src"],
    attention_mask: Int[Tensor, "1 src"],
    max_new_tokens: int,
) -> list[int]:
    memory = model.get_encoder()(input_ids, attention_mask)[0]
    ids = [model.config.decoder_start_token_id]
    for _ in range(max_new_tokens):
        states = model.get_decoder()(
            input_ids=torch.tensor([ids], device=memory.device),
            encoder_hidden_states=memory,
            encoder_attention_mask=attention_mask,
        )[0]
        scores = (model.lm_head(states[0, -1]) + model.final_logits_bias[0]).tolist()
        scores[model.config.pad_token_id] = float("-inf")
        ids.append(max(range(len(scores)), key=scores.__getitem__))
        if ids[-1] == model.config.eos_token_id:
            return ids
    return ids
