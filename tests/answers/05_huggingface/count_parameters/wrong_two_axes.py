"""From the task text alone: only the first two axes of a tensor are multiplied. [count_parameters.two_axes]"""

import math


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        components = name.split(".")
        if "encoder" in components:
            place = "encoder"
        elif "decoder" in components:
            place = "decoder"
        else:
            place = "other"
        counts[place] += math.prod(parameter.shape[:2])
    return counts
