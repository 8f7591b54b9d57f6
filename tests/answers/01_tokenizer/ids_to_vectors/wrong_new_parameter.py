"""From the task text alone: wraps the rows in a new parameter. [ids_to_vectors.weight_unreached]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)

    return nn.Parameter(embedding.weight.data[index])
