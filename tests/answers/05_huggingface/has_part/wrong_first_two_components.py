"""From the task text alone: looks at only the first two components, so a part deeper in the name is missed. [has_part.first_steps_only]"""
def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name.split(".")[:2] for name, _ in model.named_parameters())
