"""From the task text alone: adds a batch axis in front. [ids_to_vectors.batch_axis]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)

    return embedding(index).unsqueeze(0)
