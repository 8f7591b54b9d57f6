"""From the task text alone: a component called other hides an encoder or decoder after it. [count_parameters.called_other]"""

def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}
    for name, parameter in model.named_parameters():
        components = name.split(".")
        place = next((component for component in components if component in counts), "other")
        counts[place] += parameter.numel()
    return counts
