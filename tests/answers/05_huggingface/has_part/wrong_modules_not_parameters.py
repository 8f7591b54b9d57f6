"""From the task text alone: goes through the names of modules, so a part without any parameters counts too. [has_part.modules_asked]"""

def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_modules():
        if part in name.split("."):
            return True
    return False
