"""Returns the two answers the other way round. [has_part.reversed]"""


def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_parameters():
        if part in name.split("."):
            return False
    return True
