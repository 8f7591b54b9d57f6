"""Counts bytes. [count_parameters.bytes_counted]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        steps = name.split(".")
        part = "encoder" if "encoder" in steps else "decoder" if "decoder" in steps else "other"
        counts[part] += parameter.numel() * parameter.element_size()
    return counts
