"""Makes all letters small before it compares. [has_part.capitals_ignored]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name.lower().split(".") for name, _ in model.named_parameters())
