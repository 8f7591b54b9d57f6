"""From the task text alone: has no return after the loop, so the answer is None instead of False. [check.none]"""
def has_part(model: nn.Module, part: str) -> bool:
    for name, _ in model.named_parameters():
        if part in name.split("."):
            return True
