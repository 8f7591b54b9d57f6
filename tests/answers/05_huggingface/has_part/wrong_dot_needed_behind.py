"""Needs a dot behind the part and misses a last component. [has_part.last_missed]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(f".{part}." in f".{name}" for name, _ in model.named_parameters())
