"""Looks at the names of modules, which need not have parameters. [has_part.modules_asked]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name.split(".") for name, _ in model.named_modules())
