"""From the task text alone: returns False at the first name that does not fit, so later names are never looked at. [has_part.not_any]"""

def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_parameters():
        if part in name.split("."):
            return True
        else:
            return False
    return False
