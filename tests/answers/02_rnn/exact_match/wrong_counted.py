"""Counts instead of dividing. [exact_match.counted]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same = [o == t for o, t in zip(outputs, targets)]
    return pd.Series(same).groupby(stages).sum().to_dict()
