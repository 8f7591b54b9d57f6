"""Counts tokens. [exact_match.tokens_counted]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    right, total = {}, {}
    for o, t, stage in zip(outputs, targets, stages):
        right[stage] = right.get(stage, 0) + sum(a == b for a, b in zip(o, t))
        total[stage] = total.get(stage, 0) + len(t)
    return {stage: right[stage] / total[stage] for stage in total}
