"""Turns shares into percentages. [comparison.as_percent]"""
# PERCENT: table * 100 | (table * 100).round(1)

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return PERCENT
