"""orders the models as an ordered category, sorts by it and groups without sorting again."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    order = list(pd.unique(measured["model"]))
    ordered = measured.assign(place=measured["model"].map(order.index))
    table = ordered.groupby(["place", "stage"])[column].first().unstack("stage").sort_index()
    table.index = pd.Index([order[place] for place in table.index], name="model")
    return table
