"""Returns the mean of the vectors. [ids_to_vectors.averaged]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)

    return embedding(index).mean(0, keepdim=True)
