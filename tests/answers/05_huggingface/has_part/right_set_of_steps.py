"""Collects all steps in one set first."""


def has_part(model: nn.Module, part: str) -> bool:

    steps = set()
    for name, _ in model.named_parameters():
        steps.update(name.split("."))
    return part in steps
