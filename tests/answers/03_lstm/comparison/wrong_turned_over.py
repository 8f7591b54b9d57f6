"""From the task text alone: puts stages in the rows and models in the columns. [comparison.rows_and_columns_swapped]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="stage", columns="model", values=column)
    return table[measured["model"].unique()].sort_index()
