"""From the task text alone: leaves the first and the last token out of the comparison, taking them for [CLS] and [SEP]. [exact_match.ends_cut]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same: dict[int, list[bool]] = {}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        same.setdefault(stage, []).append(output[1:-1] == target[1:-1])
    return {stage: sum(values) / len(values) for stage, values in same.items()}
