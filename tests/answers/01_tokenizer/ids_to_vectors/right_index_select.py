"""Selects rows along the first axis."""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding.weight.index_select(0, torch.tensor(ids).long())
