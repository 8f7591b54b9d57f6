"""Sums the two parts and subtracts them from the total of all parameters."""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}

    for part in ("encoder", "decoder"):
        counts[part] = sum(
            p.numel() for name, p in model.named_parameters() if f".{part}." in f".{name}."
        )
    total = sum(p.numel() for p in model.parameters())
    counts["other"] = total - counts["encoder"] - counts["decoder"]
    return counts
