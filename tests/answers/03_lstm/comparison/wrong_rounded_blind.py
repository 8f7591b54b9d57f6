"""From the task text alone: rounds to two places as the cells around it do. [comparison.rounded]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    return table.reindex(measured["model"].unique()).round(2)
