"""From the task text alone: needs a dot on both sides and misses a name that begins with the part. [has_part.first_steps_only]"""


def has_part(model: nn.Module, part: str) -> bool:

    return any(f".{part}." in name for name, _ in model.named_parameters())
