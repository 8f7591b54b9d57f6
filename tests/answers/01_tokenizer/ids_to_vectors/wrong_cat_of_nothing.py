"""torch.cat of an empty list crashes. [ids_to_vectors.stack_of_nothing]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return torch.cat([embedding(torch.tensor([i])) for i in ids])
