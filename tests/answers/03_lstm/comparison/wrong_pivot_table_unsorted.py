"""Tells pandas not to sort, neither models nor stages. [comparison.stages_unsorted]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    return measured.pivot_table(index="model", columns="stage", values=column, sort=False)
