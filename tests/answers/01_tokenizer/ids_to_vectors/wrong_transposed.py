"""From the task text alone: turns the axes round. [ids_to_vectors.transposed]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)

    return embedding(index).T
