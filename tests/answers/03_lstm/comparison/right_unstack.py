"""makes (model, stage) the index, unstacks the stage and selects the rows in order."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    series = measured.set_index(["model", "stage"])[column]
    table = series.unstack("stage")
    return table.loc[list(dict.fromkeys(measured["model"]))].sort_index(axis=1)
