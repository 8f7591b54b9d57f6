"""Takes what an LSTM returns second for the state, as with an RNN. [gradient_norms.state_pair]"""
# STATE: last[-1] | last

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    _, last = network(copied)
    STATE.sum().backward()
    return copied.grad.norm(dim=-1)
