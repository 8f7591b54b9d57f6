"""From the task text alone: asks only for a dot behind: a step that merely ends in the part (vision_encoder.) counts. [has_part.ends_counted]"""

def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_parameters():
        if name.startswith(part + ".") or f"{part}." in name:
            return True
    return False
