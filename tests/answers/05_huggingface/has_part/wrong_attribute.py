"""Asks the model whether it has such an attribute. [has_part.attributes_asked]"""


def has_part(model: nn.Module, part: str) -> bool:
    return hasattr(model, part) or hasattr(model, f"get_{part}")
