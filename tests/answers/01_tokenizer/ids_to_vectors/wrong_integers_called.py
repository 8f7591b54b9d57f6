"""From the task text alone: calls the embedding with one integer after the other. [ids_to_vectors.list_given]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return torch.stack([embedding(i) for i in ids])
