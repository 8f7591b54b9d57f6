"""Makes texts of the stages. [comparison.stages_as_text]"""
# LABELS: table.columns.astype(str) | [f"stage {stage}" for stage in table.columns] | [f"stage_{stage}" for stage in table.columns]

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    table = table.loc[measured["model"].unique()]
    table.columns = LABELS
    return table
