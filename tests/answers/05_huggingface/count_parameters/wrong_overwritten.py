"""From the task text alone: assigns instead of adding, so only the last tensor of each part is counted. [count_parameters.not_added]"""
def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        components = name.split(".")
        if "encoder" in components:
            key = "encoder"
        elif "decoder" in components:
            key = "decoder"
        else:
            key = "other"
        counts[key] = parameter.numel()
    return counts
