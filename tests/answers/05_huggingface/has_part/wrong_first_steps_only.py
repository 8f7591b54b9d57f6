"""Looks at the second step only. [has_part.first_steps_only]"""


def has_part(model: nn.Module, part: str) -> bool:
    return any(
        name.split(".")[1:2] == [part]
        and name.startswith("model.")
        or name.split(".")[0] == "bert"
        and part == "encoder"
        for name, _ in model.named_parameters()
    )
