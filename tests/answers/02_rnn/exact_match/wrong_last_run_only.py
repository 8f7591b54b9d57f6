"""From the task text alone: groups what stands side by side, so a stage met again replaces itself. [exact_match.last_run_only]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    from itertools import groupby

    rows = zip(stages, outputs, targets)
    result = {}
    for stage, group in groupby(rows, key=lambda row: row[0]):
        hits = [output == target for _, output, target in group]
        result[stage] = sum(hits) / len(hits)
    return result
