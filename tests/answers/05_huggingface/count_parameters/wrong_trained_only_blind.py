"""From the task text alone: leaves out the parameters with requires_grad=False. [count_parameters.frozen_forgotten]"""

def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        parts = name.split(".")
        key = "encoder" if "encoder" in parts else "decoder" if "decoder" in parts else "other"
        counts[key] += p.numel()
    return counts
