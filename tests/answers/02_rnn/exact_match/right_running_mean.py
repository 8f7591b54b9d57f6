"""Keeps the mean up to date with every sentence."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    mean: dict[int, float] = {}
    seen: dict[int, int] = {}
    for i in range(len(stages)):
        stage = stages[i]
        seen[stage] = seen.get(stage, 0) + 1
        old = mean.get(stage, 0.0)
        mean[stage] = old + (float(outputs[i] == targets[i]) - old) / seen[stage]
    return mean
