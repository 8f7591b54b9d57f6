"""Decides by the first parameter. [has_part.not_any]"""


def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_parameters():
        return part in name.split(".")
