"""From the task text alone: divides by the number of all sentences, not by those of the stage. [exact_match.share_of_all]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    result = {stage: 0.0 for stage in stages}
    for output, target, stage in zip(outputs, targets, stages, strict=True):
        result[stage] += (output == target) / len(outputs)
    return result
