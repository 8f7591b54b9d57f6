"""From the task text alone: counts over state_dict, so shared weights are repeated and a buffer comes in. [count_parameters.shared_twice]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.state_dict().items():
        steps = name.split(".")
        if "encoder" in steps:
            counts["encoder"] += parameter.numel()
        elif "decoder" in steps:
            counts["decoder"] += parameter.numel()
        else:
            counts["other"] += parameter.numel()
    return counts
