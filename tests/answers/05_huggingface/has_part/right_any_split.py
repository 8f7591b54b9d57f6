"""any over split names."""


def has_part(model: nn.Module, part: str) -> bool:

    return any(part in name.split(".") for name, _ in model.named_parameters())
