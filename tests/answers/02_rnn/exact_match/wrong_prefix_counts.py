"""Compares no further than the shorter one. [exact_match.prefix_counts]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same = [all(a == b for a, b in zip(o, t)) for o, t in zip(outputs, targets)]
    return pd.Series(same).groupby(stages).mean().to_dict()
