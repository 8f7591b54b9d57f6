"""From the task text alone: forgets parameters that are in neither part. [count_parameters.other_forgotten]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        for part in ("encoder", "decoder"):
            if part in name.split("."):
                counts[part] += parameter.numel()
    return counts
