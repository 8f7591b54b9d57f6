"""From the task text alone: one vector for the whole list: the mean. [ids_to_vectors.averaged, ids_to_vectors.axis_lost]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)

    return embedding(index).mean(dim=0)
