"""Two Counters, one of the sentences and one of the right ones."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    from collections import Counter

    total = Counter(stages)
    right = Counter(s for o, t, s in zip(outputs, targets, stages, strict=True) if o == t)
    return {stage: right[stage] / total[stage] for stage in total}
