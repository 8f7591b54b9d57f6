"""Looks for the letters anywhere. [has_part.encoder_attn_counted]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name for name, _ in model.named_parameters())
