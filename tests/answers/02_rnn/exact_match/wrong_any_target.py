"""From the task text alone: counts an output as right when it is anywhere among the targets. [exact_match.any_target]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same: dict[int, list[bool]] = {}
    for output, stage in zip(outputs, stages, strict=True):
        same.setdefault(stage, []).append(output in targets)
    return {stage: sum(values) / len(values) for stage, values in same.items()}
