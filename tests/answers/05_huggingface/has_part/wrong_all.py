"""From the task text alone: wants the step in every name. [check.value]"""


def has_part(model: nn.Module, part: str) -> bool:

    return all(part in name.split(".") for name, _ in model.named_parameters())
