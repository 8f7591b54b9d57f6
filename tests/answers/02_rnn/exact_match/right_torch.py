"""torch: unique stages, index_add of right and total."""

def exact_match(
    outputs: list[list[int]], targets: list[list[int]], stages: list[int]
) -> dict[int, float]:
    known, where = torch.tensor(stages).unique(return_inverse=True)
    same = torch.tensor([o == t for o, t in zip(outputs, targets, strict=True)]).double()
    right = torch.zeros(len(known), dtype=torch.double).index_add_(0, where, same)
    return dict(zip(known.tolist(), (right / where.bincount()).tolist(), strict=True))
