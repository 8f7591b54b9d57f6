"""From the task text alone: counts the encoder's and the decoder's own parameters, so the shared embedding is in both. [count_parameters.whole_parts]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}

    counts["encoder"] = sum(p.numel() for p in model.get_encoder().parameters())
    counts["decoder"] = sum(p.numel() for p in model.get_decoder().parameters())
    total = sum(p.numel() for p in model.parameters())
    counts["other"] = total - counts["encoder"] - counts["decoder"]
    return counts
