"""Goes through the modules, and looks at the last component of each. [has_part.modules_asked]"""


def has_part(model: nn.Module, part: str) -> bool:
    for path, _ in model.named_modules():
        if path.rpartition(".")[2] == part:
            return True
    return False
