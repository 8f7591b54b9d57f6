"""Counts with two dicts."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    right, total = {}, {}
    for output, target, stage in zip(outputs, targets, stages):
        total[stage] = total.get(stage, 0) + 1
        right[stage] = right.get(stage, 0) + (output == target)
    return {stage: right[stage] / total[stage] for stage in total}
