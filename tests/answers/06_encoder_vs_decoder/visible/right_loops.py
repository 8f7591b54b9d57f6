"""Fills cell after cell."""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    allowed = torch.zeros(len(real), size, size, dtype=torch.bool)
    for row in range(len(real)):
        for i in range(size):
            for j in range(size):
                allowed[row, i, j] = bool(real[row, j]) and (not causal or j <= i)
    return allowed
