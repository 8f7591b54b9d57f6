"""Sets an index and unstacks it."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    names = measured["model"].drop_duplicates()
    table = measured.set_index(["model", "stage"])[column].unstack()
    return table.reindex(names)
