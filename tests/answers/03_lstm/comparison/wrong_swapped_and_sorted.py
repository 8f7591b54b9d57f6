"""Pivots the other way round. [comparison.swapped_and_sorted]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    return measured.pivot(index="stage", columns="model", values=column)
