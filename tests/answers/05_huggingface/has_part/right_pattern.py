"""Uses a regular expression."""


def has_part(model: nn.Module, part: str) -> bool:
    import re

    pattern = re.compile(rf"(^|\.){part}(\.|$)")
    return any(pattern.search(name) is not None for name, _ in model.named_parameters())
