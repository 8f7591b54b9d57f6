"""Leaves the order that pivot makes. [comparison.models_sorted]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    return measured.pivot(index="model", columns="stage", values=column)
