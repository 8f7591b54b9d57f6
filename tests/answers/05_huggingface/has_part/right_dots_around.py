"""Puts dots round both and looks for a substring."""


def has_part(model: nn.Module, part: str) -> bool:

    for name, _ in model.named_parameters():
        if f".{part}." in f".{name}.":
            return True
    return False
