"""Drops incomplete columns. [comparison.missing_dropped]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table.dropna(axis=1)
