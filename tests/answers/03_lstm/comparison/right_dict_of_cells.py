"""builds a nested dict of cells by hand; the axes carry no names of their own."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    stages = sorted(set(measured["stage"]))
    cells = {}
    for _, row in measured.iterrows():
        cells.setdefault(row["model"], {})[row["stage"]] = row[column]
    return pd.DataFrame.from_dict(cells, orient="index").reindex(
        index=list(cells), columns=stages
    )
