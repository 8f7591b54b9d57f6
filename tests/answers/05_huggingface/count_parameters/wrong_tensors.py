"""From the task text alone: counts tensors, not their elements. [count_parameters.tensors_counted]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        steps = name.split(".")
        if "encoder" in steps:
            counts["encoder"] += 1
        elif "decoder" in steps:
            counts["decoder"] += 1
        else:
            counts["other"] += 1
    return counts
