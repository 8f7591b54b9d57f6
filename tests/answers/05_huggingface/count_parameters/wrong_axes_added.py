"""Adds the sizes of the axes up. [count_parameters.axes_added]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        steps = name.split(".")
        part = "encoder" if "encoder" in steps else "decoder" if "decoder" in steps else "other"
        counts[part] += sum(parameter.shape)
    return counts
