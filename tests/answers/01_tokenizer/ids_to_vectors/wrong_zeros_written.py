"""Writes rows into a tensor of zeros without history. [check.no_gradient]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    vectors = torch.zeros(len(ids), embedding.embedding_dim)
    for place, number in enumerate(ids):
        vectors[place] = embedding.weight[number].detach()
    return vectors
