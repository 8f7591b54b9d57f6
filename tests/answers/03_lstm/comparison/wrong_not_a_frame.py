"""Returns something else than a frame. [comparison.not_a_frame]"""
# RETURNED: table.to_dict() | table.to_numpy() | table.to_numpy().tolist() | table.to_string() | table.iloc[-1]

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    return RETURNED
