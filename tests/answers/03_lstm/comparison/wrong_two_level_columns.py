"""From the task text alone: pivots with a list of values and gets columns of two levels. [comparison.several_levels]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=[column])
    return table.reindex(measured["model"].unique())
