"""Calls the embedding with the list. [ids_to_vectors.list_given]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(ids)
