"""From the task text alone: goes through state_dict(), so shared weights count once for every name. [count_parameters.shared_twice]"""

def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, tensor in model.state_dict().items():
        pieces = name.split(".")
        if "encoder" in pieces:
            counts["encoder"] += tensor.numel()
        elif "decoder" in pieces:
            counts["decoder"] += tensor.numel()
        else:
            counts["other"] += tensor.numel()
    return counts
