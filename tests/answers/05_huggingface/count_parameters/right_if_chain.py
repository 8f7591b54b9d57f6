"""Chooses with if and elif."""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        if ".encoder." in "." + name:
            counts["encoder"] += parameter.nelement()
        elif ".decoder." in "." + name:
            counts["decoder"] += parameter.nelement()
        else:
            counts["other"] += parameter.nelement()
    return counts
