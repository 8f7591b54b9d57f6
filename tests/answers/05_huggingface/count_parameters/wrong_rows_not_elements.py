"""From the task text alone: counts the rows of each tensor with len instead of its elements. [count_parameters.rows_counted]"""

def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, p in model.named_parameters():
        parts = name.split(".")
        if "encoder" in parts:
            where = "encoder"
        elif "decoder" in parts:
            where = "decoder"
        else:
            where = "other"
        counts[where] += len(p)
    return counts
