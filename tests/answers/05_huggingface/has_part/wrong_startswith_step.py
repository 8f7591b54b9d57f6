"""From the task text alone: compares the beginnings of steps, so encoder_attn counts. [has_part.encoder_attn_counted]"""


def has_part(model: nn.Module, part: str) -> bool:

    return any(
        step.startswith(part) for name, _ in model.named_parameters() for step in name.split(".")
    )
