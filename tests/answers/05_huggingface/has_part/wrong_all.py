"""From the task text alone: wants the step in every name. [has_part.not_any]"""


def has_part(model: nn.Module, part: str) -> bool:

    return all(part in name.split(".") for name, _ in model.named_parameters())
