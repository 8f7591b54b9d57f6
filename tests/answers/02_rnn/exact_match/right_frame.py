"""Builds a data frame and groups it."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    frame = pd.DataFrame({"stage": stages, "output": outputs, "target": targets})
    frame["same"] = [a == b for a, b in zip(frame["output"], frame["target"])]
    return dict(frame.groupby("stage")["same"].mean())
