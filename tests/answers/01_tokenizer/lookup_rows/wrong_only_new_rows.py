"""From the task text alone: collects rows unless they are there already. [lookup_rows.repeated_lost]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    seen, rows = set(), []
    for i in ids:
        if i not in seen:
            rows.append(weight[i])
            seen.add(i)
    return torch.stack(rows)
