"""From the task text alone: puts the list into another list, so that a batch axis stays in front. [ids_to_vectors.batch_axis]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(torch.tensor([ids], dtype=torch.long))
