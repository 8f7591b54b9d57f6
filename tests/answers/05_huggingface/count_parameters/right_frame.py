"""Adds up with pandas."""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    rows = [(set(n.split(".")), p.numel()) for n, p in model.named_parameters()]
    for steps, size in rows:
        part = next(iter(steps & {"encoder", "decoder"}), "other")
        counts[part] = counts[part] + size
    return counts
