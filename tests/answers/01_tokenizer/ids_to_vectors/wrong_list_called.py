"""Gives the embedding the list and makes a tensor of the result. [ids_to_vectors.list_given]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return torch.as_tensor(embedding(ids))
