"""Returns one share for all. [exact_match.one_number]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same = [output == target for output, target in zip(outputs, targets)]
    return sum(same) / len(same)
