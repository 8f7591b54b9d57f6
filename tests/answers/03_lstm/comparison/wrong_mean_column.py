"""Adds a column with the mean of each model. [comparison.something_added]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    table["mean"] = table.mean(axis=1)
    return table
