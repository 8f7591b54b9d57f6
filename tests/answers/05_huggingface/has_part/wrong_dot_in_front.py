"""Asks only for a dot in front, so a component that begins with the part counts. [has_part.encoder_attn_counted]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(f".{part}" in f".{name}" for name, _ in model.named_parameters())
