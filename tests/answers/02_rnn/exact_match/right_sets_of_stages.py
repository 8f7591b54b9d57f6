"""Goes through the stages one by one."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    table = {}
    for stage in set(stages):
        chosen = [i for i, other in enumerate(stages) if other == stage]
        table[stage] = sum(tuple(outputs[i]) == tuple(targets[i]) for i in chosen) / len(chosen)
    return table
