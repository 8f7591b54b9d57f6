"""Puts stages in rows. [comparison.rows_and_columns_swapped]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table.T
