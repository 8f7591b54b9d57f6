"""Notes the place of each model in a new column of measured. [comparison.measured_changed]"""


def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    models = list(measured["model"].unique())
    measured["place"] = measured["model"].map(models.index)
    table = measured.pivot(index="place", columns="stage", values=column)
    table.index = models
    return table
