"""From the task text alone: always shows exact_match whatever column says. [comparison.column_ignored]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values="exact_match")
    return table.reindex(measured["model"].unique())
