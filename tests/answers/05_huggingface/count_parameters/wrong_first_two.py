"""From the task text alone: only the first two components of a name are looked at. [count_parameters.first_components]"""

def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        components = name.split(".")[:2]  # such as model.encoder
        if "encoder" in components:
            counts["encoder"] += parameter.numel()
        elif "decoder" in components:
            counts["decoder"] += parameter.numel()
        else:
            counts["other"] += parameter.numel()
    return counts
