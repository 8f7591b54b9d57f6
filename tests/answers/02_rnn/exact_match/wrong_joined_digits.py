"""From the task text alone: ids joined to one string, so 1 12 equals 11 2. [exact_match.digits_joined]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    def text(ids: list[int]) -> str:
        return "".join(map(str, ids))

    hits: dict[int, list[bool]] = {}
    for output, target, stage in zip(outputs, targets, stages):
        hits.setdefault(stage, []).append(text(output) == text(target))
    return {stage: sum(found) / len(found) for stage, found in hits.items()}
