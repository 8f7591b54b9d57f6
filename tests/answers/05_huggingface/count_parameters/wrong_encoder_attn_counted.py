"""Counts a name for every part whose letters it has. [count_parameters.encoder_attn_counted]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        for part in ("encoder", "decoder"):
            if part in name:
                counts[part] += parameter.numel()
        if "encoder" not in name and "decoder" not in name:
            counts["other"] += parameter.numel()
    return counts
