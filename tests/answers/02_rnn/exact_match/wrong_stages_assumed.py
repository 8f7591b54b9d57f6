"""Takes it that there are four stages. [exact_match.stages_assumed]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    table = {}
    for stage in range(4):
        same = [o == t for o, t, s in zip(outputs, targets, stages) if s == stage]
        table[stage] = sum(same) / max(len(same), 1)
    return table
