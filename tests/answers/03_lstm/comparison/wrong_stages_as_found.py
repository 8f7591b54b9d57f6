"""From the task text alone: leaves the stages in the order in which they first occur. [comparison.stages_unsorted]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    return table.reindex(index=measured["model"].unique(), columns=measured["stage"].unique())
