"""Takes the first step that is a key, with other as the default of next."""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}

    for name, parameter in model.named_parameters():
        part = next((s for s in name.split(".") if s in ("encoder", "decoder")), "other")
        counts[part] += parameter.nelement()
    return counts
