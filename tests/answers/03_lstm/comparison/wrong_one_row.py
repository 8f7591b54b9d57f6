"""Returns the scores of one model, as a series. [comparison.not_a_frame]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table.iloc[-1]
