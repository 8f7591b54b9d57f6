"""Fills what is missing with zeros. [comparison.missing_filled]"""
# FILL: 0.0 | 0

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table.fillna(FILL)
