"""Cuts names at three dots. [has_part.first_steps_only]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name.split(".", 3)[:4] for name, _ in model.named_parameters())
