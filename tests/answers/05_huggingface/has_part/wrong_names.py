"""Returns the names. [has_part.names_returned]"""


def has_part(model: nn.Module, part: str) -> bool:
    return [name for name, _ in model.named_parameters() if part in name.split(".")]
