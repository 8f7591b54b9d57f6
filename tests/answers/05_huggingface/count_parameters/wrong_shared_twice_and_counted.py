"""Adds up state_dict by every part whose letters are in the name. [count_parameters.shared_twice_and_counted, count_parameters.encoder_attn_counted]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, tensor in model.state_dict().items():
        if "encoder" in name:
            counts["encoder"] += tensor.numel()
        if "decoder" in name:
            counts["decoder"] += tensor.numel()
        if "encoder" not in name and "decoder" not in name:
            counts["other"] += tensor.numel()
    return counts
