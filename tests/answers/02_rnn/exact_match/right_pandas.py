"""pandas: a frame, groupby, mean, to_dict."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    frame = pd.DataFrame({"stage": stages})
    frame["same"] = [float(o == t) for o, t in zip(outputs, targets, strict=True)]
    return frame.groupby("stage")["same"].mean().to_dict()
