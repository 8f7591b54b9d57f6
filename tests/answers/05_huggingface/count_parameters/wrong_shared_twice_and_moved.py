"""Adds up state_dict and looks for the letters encoder first. [count_parameters.shared_twice_and_moved, count_parameters.encoder_attn_moved]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, tensor in model.state_dict().items():
        part = "encoder" if "encoder" in name else "decoder" if "decoder" in name else "other"
        counts[part] += tensor.numel()
    return counts
