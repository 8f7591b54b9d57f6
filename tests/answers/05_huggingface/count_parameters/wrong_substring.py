"""From the task text alone: looks for the word anywhere in the name, so encoder_attn goes to the encoder. [count_parameters.encoder_attn_moved]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        steps = name
        if "encoder" in steps:
            counts["encoder"] += parameter.numel()
        elif "decoder" in steps:
            counts["decoder"] += parameter.numel()
        else:
            counts["other"] += parameter.numel()
    return counts
