"""The split name with if, elif, else."""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}

    for name, parameter in model.named_parameters():
        steps = name.split(".")
        if "encoder" in steps:
            counts["encoder"] += parameter.numel()
        elif "decoder" in steps:
            counts["decoder"] += parameter.numel()
        else:
            counts["other"] += parameter.numel()
    return counts
