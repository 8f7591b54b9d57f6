"""Computes without gradients. [check.no_gradient]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    with torch.no_grad():
        return embedding(torch.tensor(ids, dtype=torch.long))
