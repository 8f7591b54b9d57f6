"""Makes a pivot table that does not sort the models."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot_table(index="model", columns="stage", values=column, sort=False)
    return table[sorted(table.columns)]
