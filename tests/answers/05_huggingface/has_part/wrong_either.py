"""Says whether there is any part, whichever is asked for. [has_part.part_ignored]"""


def has_part(model: nn.Module, part: str) -> bool:
    steps = {step for name, _ in model.named_parameters() for step in name.split(".")}
    return bool({"encoder", "decoder"} & steps)
