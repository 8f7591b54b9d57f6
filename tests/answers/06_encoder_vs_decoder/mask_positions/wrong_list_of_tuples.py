"""From the task text alone: collects tuples in a list and leaves it a list. [mask_positions.not_a_tensor]"""


@shaped
def mask_positions(ids: Int[Tensor, "batch token"], mask_id: int) -> Int[Tensor, "mask 2"]:
    found = []
    for sentence, tokens in enumerate(ids):
        for place in range(len(tokens)):
            if tokens[place] == mask_id:
                found.append((sentence, place))
    return found
