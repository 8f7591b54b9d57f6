"""Returns percentages. [exact_match.as_percent]"""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    same = [100 * (o == t) for o, t in zip(outputs, targets)]
    return pd.Series(same).groupby(stages).mean().to_dict()
