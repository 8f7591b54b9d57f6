"""From the task text alone: equal output-target pairs of a stage count once. [exact_match.equal_pairs_once]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    marked = {
        (stage, tuple(output), tuple(target))
        for output, target, stage in zip(outputs, targets, stages, strict=True)
    }
    shares = {}
    for wanted in sorted(set(stages)):
        hits = [output == target for stage, output, target in marked if stage == wanted]
        shares[wanted] = sum(hits) / len(hits)
    return shares
