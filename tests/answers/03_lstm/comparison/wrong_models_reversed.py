"""Turns the order round. [comparison.models_reversed]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table[::-1]
