"""Returns the total. [count_parameters.one_number]"""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    return sum(parameter.numel() for parameter in model.parameters())
