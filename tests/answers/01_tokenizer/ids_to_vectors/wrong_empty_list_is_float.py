"""From the task text alone: no dtype: the tensor of an empty list is float, which the embedding refuses. [ids_to_vectors.float_ids]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(torch.tensor(ids))
