"""Always takes the exact match. [comparison.column_ignored]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values="exact_match")
    table = table.loc[measured["model"].unique()]
    return table
