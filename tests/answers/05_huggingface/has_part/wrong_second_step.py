"""From the task text alone: looks at the second step only, as in model.encoder. [has_part.first_steps_only]"""


def has_part(model: nn.Module, part: str) -> bool:

    for name, _ in model.named_parameters():
        steps = name.split(".")
        if len(steps) > 1 and steps[1] == part:
            return True
    return False
