"""From the task text alone: writes the two models of this notebook into the code. [comparison.models_fixed]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    return table.reindex(["RNN", "LSTM"])
