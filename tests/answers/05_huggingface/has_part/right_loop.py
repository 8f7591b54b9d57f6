"""Goes through the names one by one."""


def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_parameters():
        for step in name.split("."):
            if step == part:
                return True
    return False
