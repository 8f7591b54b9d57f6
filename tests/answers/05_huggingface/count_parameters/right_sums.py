"""Sums once for each part."""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}

    def total(part: str) -> int:
        return sum(p.numel() for n, p in model.named_parameters() if part in n.split("."))

    counts |= {part: total(part) for part in ("encoder", "decoder")}
    whole = sum(parameter.numel() for parameter in model.parameters())
    return counts | {"other": whole - counts["encoder"] - counts["decoder"]}
