"""Returns a dict. [comparison.not_a_frame]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return table.to_dict()
