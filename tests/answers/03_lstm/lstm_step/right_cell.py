"""Lets a cell of PyTorch do it."""

@shaped
def lstm_step(
    x: Float[Tensor, "embedding"],
    state: tuple[Float[Tensor, "hidden"], Float[Tensor, "hidden"]],
    weight_ih: Float[Tensor, "4*hidden embedding"],
    weight_hh: Float[Tensor, "4*hidden hidden"],
    bias_ih: Float[Tensor, "4*hidden"],
    bias_hh: Float[Tensor, "4*hidden"],
) -> tuple[Float[Tensor, "hidden"], Float[Tensor, "hidden"]]:
    h, c = state
    sums = weight_ih @ x + bias_ih + weight_hh @ h + bias_hh  # [4 × hidden]
    cell = nn.LSTMCell(len(x), len(h))
    cell.load_state_dict(
        {
            "weight_ih": weight_ih,
            "weight_hh": weight_hh,
            "bias_ih": bias_ih,
            "bias_hh": bias_hh,
        }
    )
    return cell(x, (h, c))
