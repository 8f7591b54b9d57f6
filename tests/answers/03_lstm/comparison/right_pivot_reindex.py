"""pivots, then puts the rows back into the order of first occurrence."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    return table.reindex(index=measured["model"].unique(), columns=sorted(table.columns))
