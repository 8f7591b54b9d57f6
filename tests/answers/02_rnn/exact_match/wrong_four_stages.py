"""From the task text alone: returns stages 0 to 3 always, with 0.0 for a stage that no sentence has. [exact_match.stages_assumed]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    result = {}
    for stage in range(4):
        same = [o == t for o, t, s in zip(outputs, targets, stages, strict=True) if s == stage]
        result[stage] = sum(same) / len(same) if same else 0.0
    return result
