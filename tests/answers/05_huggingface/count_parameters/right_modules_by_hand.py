"""Walks the modules and remembers the parameters seen by their identity."""


def count_parameters(model: nn.Module) -> dict[str, int]:
    counts = {"encoder": 0, "decoder": 0, "other": 0}

    seen = set()
    for path, module in model.named_modules():
        for own, parameter in module.named_parameters(recurse=False):
            if id(parameter) in seen:
                continue
            seen.add(id(parameter))
            steps = [*path.split("."), own]
            part = "encoder" if "encoder" in steps else "decoder" if "decoder" in steps else "other"
            size = 1
            for axis in parameter.shape:
                size *= axis
            counts[part] += size
    return counts
