"""From the task text alone: returns how many are right, not their share. [exact_match.counted]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    result: dict[int, float] = {}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        result[stage] = result.get(stage, 0.0) + float(output == target)
    return result
