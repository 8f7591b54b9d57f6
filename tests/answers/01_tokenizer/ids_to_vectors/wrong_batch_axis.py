"""Adds an axis for the batch. [shapes.result]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(torch.tensor([ids], dtype=torch.long))
