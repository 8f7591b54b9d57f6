"""Looks at the first component only. [count_parameters.one_component]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        step = name.partition(".")[0]
        counts[step if step in counts else "other"] += parameter.numel()
    return counts
