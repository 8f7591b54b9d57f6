"""Looks for the letters encoder first. [count_parameters.encoder_attn_moved]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        steps = name.split(".")
        part = "encoder" if "encoder" in name else "decoder" if "decoder" in steps else "other"
        counts[part] += parameter.numel()
    return counts
