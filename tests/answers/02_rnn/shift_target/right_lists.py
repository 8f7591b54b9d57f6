"""Goes by way of Python lists and back to tensors."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    def cut(rows, where):
        return [cut(row, where) for row in rows] if rows and isinstance(rows[0], list) else rows[where]

    rows = target.tolist()
    inputs = torch.tensor(cut(rows, slice(None, -1)), dtype=target.dtype, device=target.device)
    goals = torch.tensor(cut(rows, slice(1, None)), dtype=target.dtype, device=target.device)
    return inputs, goals
