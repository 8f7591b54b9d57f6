"""Puts the number of all into other. [count_parameters.other_is_all]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        steps = name.split(".")
        for part in ("encoder", "decoder"):
            if part in steps:
                counts[part] += parameter.numel()
        counts["other"] += parameter.numel()
    return counts
