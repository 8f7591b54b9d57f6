"""From the task text alone: wants a dot on both sides, so a component at the beginning of the name is missed. [has_part.first_steps_only]"""

def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_parameters():
        if f".{part}." in name:
            return True
    return False
