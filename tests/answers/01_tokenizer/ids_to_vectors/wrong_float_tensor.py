"""From the task text alone: torch.Tensor makes floats of the ids: crashes. [ids_to_vectors.float_ids]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(torch.Tensor(ids))
