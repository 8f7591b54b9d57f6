"""joins one Series for each model side by side and turns the table over."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    parts = {
        model: rows.set_index("stage")[column]
        for model, rows in measured.groupby("model", sort=False)
    }
    return pd.concat(parts, axis=1, sort=True).sort_index().T
