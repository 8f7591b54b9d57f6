"""Uses a regular expression with the ends or dots as borders."""


def has_part(model: nn.Module, part: str) -> bool:

    import re

    step = re.compile(rf"(^|\.){re.escape(part)}(\.|$)")
    return any(step.search(name) is not None for name, _ in model.named_parameters())
