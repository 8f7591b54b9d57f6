"""Compares length and then every token, by hand, in a helper."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    def same(a: list[int], b: list[int]) -> bool:
        return len(a) == len(b) and all(x == y for x, y in zip(a, b, strict=True))

    marks: dict[int, list[int]] = {stage: [] for stage in stages}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        marks[stage] += [1 if same(output, target) else 0]
    return {stage: sum(m) / len(m) for stage, m in marks.items()}
