"""Adds one to every id. [ids_to_vectors.off_by_one]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor([(i + 1) % embedding.num_embeddings for i in ids], dtype=torch.long)
    return embedding(index)
