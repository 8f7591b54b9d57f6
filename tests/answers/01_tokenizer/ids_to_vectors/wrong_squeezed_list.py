"""Squeezes, which drops the axis of a single id. [ids_to_vectors.axis_lost]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    index = torch.tensor(ids, dtype=torch.long)

    return embedding.weight[index].squeeze()
