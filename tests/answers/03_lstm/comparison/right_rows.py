"""Builds a row for each model."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    stages = sorted(measured["stage"].unique())
    rows = {}
    for model in measured["model"]:
        own = measured[measured["model"] == model].set_index("stage")[column]
        rows[model] = own.reindex(stages)
    return pd.DataFrame(rows).T
