"""Pivots without saying which values. [comparison.several_levels]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    return measured.pivot(index="model", columns="stage")
