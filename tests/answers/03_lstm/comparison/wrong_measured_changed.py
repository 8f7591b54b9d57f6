"""Sets the index of the table that came in. [comparison.measured_changed]"""


def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    models = measured["model"].unique()
    measured.set_index(["model", "stage"], inplace=True)
    return measured[column].unstack().loc[models]
