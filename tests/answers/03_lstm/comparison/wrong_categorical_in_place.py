"""From the task text alone: turns the column 'model' of measured itself into a categorical (changes the input). [comparison.measured_changed]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    measured["model"] = pd.Categorical(
        measured["model"], categories=measured["model"].unique(), ordered=True
    )
    wide = measured.pivot(index="model", columns="stage", values=column)
    return wide.sort_index()
