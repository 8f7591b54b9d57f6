"""From the task text alone: drops models that lack a stage. [comparison.incomplete_dropped]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    return table.reindex(measured["model"].unique()).dropna()
