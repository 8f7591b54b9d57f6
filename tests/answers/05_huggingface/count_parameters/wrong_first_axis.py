"""From the task text alone: counts rows with len instead of elements. [count_parameters.rows_counted]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        steps = name.split(".")
        if "encoder" in steps:
            counts["encoder"] += len(parameter)
        elif "decoder" in steps:
            counts["decoder"] += len(parameter)
        else:
            counts["other"] += len(parameter)
    return counts
