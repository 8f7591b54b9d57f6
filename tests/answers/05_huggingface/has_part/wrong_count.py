"""Returns how many names have it. [has_part.number_returned]"""


def has_part(model: nn.Module, part: str) -> bool:
    return sum(part in name.split(".") for name, _ in model.named_parameters())
