"""Looks at parameters that are trained. [has_part.frozen_missed]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(part in name.split(".") for name, p in model.named_parameters() if p.requires_grad)
