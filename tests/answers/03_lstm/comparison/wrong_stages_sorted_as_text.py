"""Sorts the stages as texts. [comparison.stages_unsorted]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table[sorted(table.columns, key=str)]
