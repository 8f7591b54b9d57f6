"""Returns measured as it is. [comparison.not_turned]"""
# RETURNED: measured | measured[["model", "stage", column]] | measured.set_index("model")

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    return RETURNED
