"""From the task text alone: returns per cent, 0 to 100. [exact_match.as_percent]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same: dict[int, list[bool]] = {}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        same.setdefault(stage, []).append(output == target)
    return {stage: 100 * sum(values) / len(values) for stage, values in same.items()}
