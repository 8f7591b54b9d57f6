"""Makes a set of the ids, which sorts small ones and drops repeated ones. [ids_to_vectors.repeated_lost]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(torch.tensor([*sorted(set(ids))], dtype=torch.long))
