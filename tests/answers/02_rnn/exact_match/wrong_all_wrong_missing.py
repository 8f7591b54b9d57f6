"""From the task text alone: goes by the right sentences only, so a stage where all are wrong is missing. [exact_match.zero_stage_missing]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    from collections import Counter

    total = Counter(stages)
    right = Counter(s for o, t, s in zip(outputs, targets, stages, strict=True) if o == t)
    return {stage: right[stage] / total[stage] for stage in right}
