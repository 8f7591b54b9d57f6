"""Rounds. [comparison.rounded]"""
# PLACES: 2 | 1

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table.round(PLACES)
