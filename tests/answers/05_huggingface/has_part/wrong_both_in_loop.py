"""Wants to have found both parts before it says yes. [has_part.part_ignored]"""


def has_part(model: nn.Module, part: str) -> bool:
    found = set()
    for name, _ in model.named_parameters():
        for step in name.split("."):
            if step in ("encoder", "decoder"):
                found.add(step)
        if len(found) == 2:
            return True
    return False
