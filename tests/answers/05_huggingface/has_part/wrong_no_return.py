"""Forgets return. [check.none]"""


def has_part(model: nn.Module, part: str) -> bool:
    any(part in name.split(".") for name, _ in model.named_parameters())
