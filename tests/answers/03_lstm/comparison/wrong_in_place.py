"""From the task text alone: sets the index of the measured table itself, so the caller's table is changed. [check.crashed]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    models = measured["model"].unique()
    measured.set_index(["model", "stage"], inplace=True)
    return measured[column].unstack().reindex(models)
