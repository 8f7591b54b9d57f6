"""Always takes the same column. [comparison.column_ignored]"""
# COLUMN: exact_match | token_accuracy

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values="COLUMN")
    return table.loc[measured["model"].unique()]
