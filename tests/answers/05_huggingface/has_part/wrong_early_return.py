"""From the task text alone: decides from the first parameter, with return in both branches. [has_part.not_any]"""


def has_part(model: nn.Module, part: str) -> bool:

    for name, _ in model.named_parameters():
        if part in name.split("."):
            return True
        else:
            return False
    return False
