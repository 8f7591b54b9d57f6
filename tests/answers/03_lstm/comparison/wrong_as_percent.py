"""Turns shares into percentages. [comparison.as_percent]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table * 100
