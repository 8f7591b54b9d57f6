"""Takes components that end in a part for that part. [count_parameters.ends_counted]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        part = "encoder" if "encoder." in name else "decoder" if "decoder." in name else "other"
        counts[part] += parameter.numel()
    return counts
