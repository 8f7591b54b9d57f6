"""Uses the functional form on the weight."""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return nn.functional.embedding(torch.LongTensor(ids), embedding.weight)
