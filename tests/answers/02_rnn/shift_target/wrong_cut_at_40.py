"""From the task text alone: a target longer than 41 is cut to 40 positions. [shift_target.cut_short]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:

    step = min(target.shape[-1] - 1, 40)  # no translation is longer than max_len
    inputs = target[..., :step]
    goals = target[..., 1 : step + 1]
    return inputs, goals
