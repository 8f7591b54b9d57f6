"""From the task text alone: reads the rows from weight.data, which knows no gradient. [check.no_gradient]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)
    return embedding.weight.data[index]
