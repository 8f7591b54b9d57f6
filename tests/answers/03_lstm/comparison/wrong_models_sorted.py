"""Leaves the order that pandas makes. [comparison.models_sorted]"""
# TABLE: measured.pivot(index="model", columns="stage", values=column) | measured.groupby(["model", "stage"])[column].first().unstack() | measured.pivot_table(index="model", columns="stage", values=column)

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    return TABLE
