"""From the task text alone: makes a new embedding of the same size. [check.value, ids_to_vectors.weight_unreached]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)

    return nn.Embedding(embedding.num_embeddings, embedding.embedding_dim)(index)
