"""Looks at the names of state_dict. [has_part.copies_counted]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name.split(".") for name in model.state_dict())
