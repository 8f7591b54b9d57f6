"""From the task text alone: a word boundary also ends at a hyphen, not only at a dot. [has_part.hyphen_ends]"""

import re


def has_part(model: nn.Module, part: str) -> bool:
    pattern = re.compile(rf"\b{part}\b")
    return any(pattern.search(name) is not None for name, _ in model.named_parameters())
