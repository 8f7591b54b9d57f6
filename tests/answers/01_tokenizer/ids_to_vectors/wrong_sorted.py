"""Sorts the ids first. [ids_to_vectors.sorted]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding.weight[sorted(ids)]
