"""Compares sorted ids. [exact_match.order_ignored]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same = [sorted(o) == sorted(t) for o, t in zip(outputs, targets)]
    return pd.Series(same).groupby(stages).mean().to_dict()
