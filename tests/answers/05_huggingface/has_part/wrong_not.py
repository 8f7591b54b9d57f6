"""Says no where the part is there. [has_part.reversed]"""


def has_part(model: nn.Module, part: str) -> bool:
    return not any(part in name.split(".") for name, _ in model.named_parameters())
