"""Takes ids to start at 1. [ids_to_vectors.off_by_one]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding.weight[[i - 1 for i in ids]]
