"""Groups a table of names and sizes with pandas."""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}

    rows = [(name.split("."), p.numel()) for name, p in model.named_parameters()]
    table = pd.DataFrame(rows, columns=["steps", "size"])
    parts = [
        "encoder" if "encoder" in s else "decoder" if "decoder" in s else "other"
        for s in table["steps"]
    ]
    for part, size in table.groupby(parts)["size"].sum().items():
        counts[part] = int(size)
    return counts
