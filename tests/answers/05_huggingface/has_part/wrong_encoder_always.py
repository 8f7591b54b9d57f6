"""Looks for an encoder, whatever it is asked for. [has_part.part_ignored]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any("encoder" in name.split(".") for name, _ in model.named_parameters())
