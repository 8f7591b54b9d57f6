"""Walks each name with partition, step by step."""


def has_part(model: nn.Module, part: str) -> bool:

    for name, _ in model.named_parameters():
        rest = name
        while rest:
            step, _, rest = rest.partition(".")
            if step == part:
                return True
    return False
