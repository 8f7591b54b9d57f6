"""From the task text alone: pivots and leaves the models in the order of the alphabet. [comparison.models_sorted]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    return measured.pivot(index="model", columns="stage", values=column)
