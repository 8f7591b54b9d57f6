"""Leaves out stages without a match. [exact_match.zero_stage_missing]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    right = [stage for o, t, stage in zip(outputs, targets, stages) if o == t]
    return {stage: right.count(stage) / stages.count(stage) for stage in right}
