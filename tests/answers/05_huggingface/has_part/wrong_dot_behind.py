"""Asks only for a dot behind, so a component that ends in the part counts. [has_part.ends_counted]"""


def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_parameters():
        if name.startswith(part + ".") or f"{part}." in name:
            return True
    return False
