"""A dict of lists of truth values, then the mean of each."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same: dict[int, list[bool]] = {}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        same.setdefault(stage, []).append(output == target)
    return {stage: sum(values) / len(values) for stage, values in same.items()}
