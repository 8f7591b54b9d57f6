"""Makes a copy without history that wants gradients of its own. [ids_to_vectors.weight_unreached]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)

    return embedding(index).detach().clone().requires_grad_()
