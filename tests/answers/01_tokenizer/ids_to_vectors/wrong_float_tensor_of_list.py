"""Makes floats of the ids on purpose. [ids_to_vectors.float_ids]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(torch.tensor(ids, dtype=torch.float32))
