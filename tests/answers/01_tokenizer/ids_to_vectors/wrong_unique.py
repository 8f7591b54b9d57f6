"""From the task text alone: looks every id up once. [ids_to_vectors.repeated_lost]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(list(dict.fromkeys(ids)), dtype=torch.long)
    return embedding(index)
