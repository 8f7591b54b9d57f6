"""Looks behind the first dot only. [count_parameters.one_component]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        behind = name.partition(".")[2]
        if behind.startswith("encoder."):
            counts["encoder"] += parameter.numel()
        elif behind.startswith("decoder."):
            counts["decoder"] += parameter.numel()
        else:
            counts["other"] += parameter.numel()
    return counts
