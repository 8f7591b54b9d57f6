"""starts from a table of NaN and writes every measured cell in."""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    models = measured["model"].drop_duplicates().to_list()
    stages = sorted(measured["stage"].unique())
    table = pd.DataFrame(float("nan"), index=models, columns=stages)
    for model, stage, value in zip(
        measured["model"], measured["stage"], measured[column], strict=True
    ):
        table.at[model, stage] = value
    return table
