"""Looks at the ends of components. [has_part.ends_counted]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(
        step.endswith(part) for name, _ in model.named_parameters() for step in name.split(".")
    )
