"""Returns measured as it is. [comparison.not_turned]"""
# RETURNED: measured | measured[["model", "stage", column]] | measured.set_index("model") | measured.set_index("model")[["stage", column]] | measured.set_index(["model", "stage"])[[column]]

def comparison(measured: pd.DataFrame, column: str) -> pd.DataFrame:
    return RETURNED
