"""From the task text alone: compares token by token with zip, which stops at the shorter, so a beginning counts as right. [exact_match.prefix_counts]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same: dict[int, list[bool]] = {}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        same.setdefault(stage, []).append(all(o == t for o, t in zip(output, target)))
    return {stage: sum(values) / len(values) for stage, values in same.items()}
