"""From the task text alone: compares sorted tokens, so the order does not count. [exact_match.order_ignored]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same: dict[int, list[bool]] = {}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        same.setdefault(stage, []).append(sorted(output) == sorted(target))
    return {stage: sum(values) / len(values) for stage, values in same.items()}
