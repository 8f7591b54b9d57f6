"""Loops over the set of stages and looks up the places of each."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    result = {}
    for stage in set(stages):
        places = [i for i, s in enumerate(stages) if s == stage]
        hits = [i for i in places if outputs[i] == targets[i]]
        result[stage] = len(hits) / len(places)
    return result
