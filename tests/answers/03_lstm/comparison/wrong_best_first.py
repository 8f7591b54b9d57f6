"""From the task text alone: sorts the models by how well they do. [comparison.sorted_by_score]"""

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    table = measured.pivot(index="model", columns="stage", values=column)
    order = table.mean(axis=1).sort_values().index
    return table.loc[order]
