"""From the task text alone: looks for the letters in the whole name, so encoder_attn counts as encoder. [has_part.encoder_attn_counted]"""

def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name for name, _ in model.named_parameters())
