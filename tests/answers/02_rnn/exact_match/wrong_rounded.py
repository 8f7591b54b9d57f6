"""From the task text alone: the rates are rounded to six digits. [exact_match.rounded]"""


def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    total, right = {}, {}
    for output, target, stage in zip(outputs, targets, stages):
        total[stage] = total.get(stage, 0) + 1
        right[stage] = right.get(stage, 0) + (output == target)
    return {stage: round(right[stage] / total[stage], 6) for stage in total}
