"""Counts how often a stage of a model was measured. [comparison.counted]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = pd.crosstab(measured["model"], measured["stage"])
    return table.loc[measured["model"].unique()]
