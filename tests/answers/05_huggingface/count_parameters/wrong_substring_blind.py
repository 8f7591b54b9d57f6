"""From the task text alone: looks for letters in the whole name, so the decoder's encoder_attn counts as encoder. [count_parameters.encoder_attn_moved]"""
def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        if "encoder" in name:
            counts["encoder"] += parameter.numel()
        elif "decoder" in name:
            counts["decoder"] += parameter.numel()
        else:
            counts["other"] += parameter.numel()
    return counts
