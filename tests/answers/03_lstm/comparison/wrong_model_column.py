"""From the task text alone: resets the index, so the models stand in a column. [comparison.models_in_column]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    return table.reindex(measured["model"].unique()).reset_index()
