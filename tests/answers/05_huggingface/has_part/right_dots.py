"""Looks for the part between dots."""


def has_part(model: nn.Module, part: str) -> bool:
    return any(f".{part}." in f".{name}." for name, _ in model.named_parameters())
