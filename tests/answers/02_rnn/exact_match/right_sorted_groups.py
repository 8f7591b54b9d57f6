"""Sorts by stage and uses itertools.groupby with statistics.mean."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    from itertools import groupby
    from statistics import fmean

    marks = sorted((s, o == t) for o, t, s in zip(outputs, targets, stages, strict=True))
    groups = groupby(marks, key=lambda mark: mark[0])
    return {stage: fmean(same for _, same in group) for stage, group in groups}
