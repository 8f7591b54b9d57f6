"""Reads the table through .data. [check.no_gradient]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding.weight.data[ids]
