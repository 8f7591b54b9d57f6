"""Fills what is missing with a text. [comparison.missing_filled]"""
# FILL: "" | "-"

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table.astype(object).where(table.notna(), FILL)
