"""Returns the share of wrong ones. [exact_match.wrong_share]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same = [o != t for o, t in zip(outputs, targets)]
    return pd.Series(same).groupby(stages).mean().to_dict()
