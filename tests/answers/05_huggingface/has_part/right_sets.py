"""Collects all steps in a set."""


def has_part(model: nn.Module, part: str) -> bool:
    steps = {step for name in dict(model.named_parameters()) for step in name.split(".")}
    return part in steps
