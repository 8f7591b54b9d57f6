"""Leaves the last component out, as the name of the tensor. [has_part.last_missed]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name.split(".")[:-1] for name, _ in model.named_parameters())
