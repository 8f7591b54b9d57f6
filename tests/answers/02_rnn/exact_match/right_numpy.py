"""numpy masks over the stages."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    import numpy as np

    same = np.array([o == t for o, t in zip(outputs, targets, strict=True)], dtype=float)
    where = np.array(stages)
    return {int(stage): float(same[where == stage].mean()) for stage in np.unique(where)}
