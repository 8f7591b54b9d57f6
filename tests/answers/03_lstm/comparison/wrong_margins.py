"""Lets pandas add a row and a column for all. [comparison.something_added]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot_table(index="model", columns="stage", values=column, margins=True)
    return table.loc[[*measured["model"].unique(), "All"]]
