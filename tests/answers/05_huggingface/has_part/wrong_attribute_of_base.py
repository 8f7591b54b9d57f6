"""Asks the model, and the model inside it, for the attribute. [has_part.attributes_asked]"""


def has_part(model: nn.Module, part: str) -> bool:
    inner = getattr(model, "model", model)
    return hasattr(model, part) or hasattr(inner, part)
