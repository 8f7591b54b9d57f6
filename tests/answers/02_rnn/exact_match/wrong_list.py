"""From the task text alone: returns a list of shares, not a dict. [check.type]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same: dict[int, list[bool]] = {}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        same.setdefault(stage, []).append(output == target)
    return [sum(same[stage]) / len(same[stage]) for stage in sorted(same)]
