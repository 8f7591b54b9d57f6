"""Python numbers and math.tanh; without gradient, for which the text does not ask."""

@shaped
def rnn_step(
    x: Float[Tensor, "embedding"],
    h: Float[Tensor, "hidden"],
    weight_ih: Float[Tensor, "hidden embedding"],
    weight_hh: Float[Tensor, "hidden hidden"],
    bias_ih: Float[Tensor, "hidden"],
    bias_hh: Float[Tensor, "hidden"],
) -> Float[Tensor, "hidden"]:
    import math

    new = []
    for row_ih, row_hh, b_ih, b_hh in zip(
        weight_ih.tolist(), weight_hh.tolist(), bias_ih.tolist(), bias_hh.tolist(), strict=True
    ):
        z = b_ih + b_hh
        z += sum(w * value for w, value in zip(row_ih, x.tolist(), strict=True))
        z += sum(w * value for w, value in zip(row_hh, h.tolist(), strict=True))
        new.append(math.tanh(z))
    return torch.tensor(new, dtype=x.dtype, device=x.device)
