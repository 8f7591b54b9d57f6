"""From the task text alone: makes a batch of one and squeezes all axes of size one away. [ids_to_vectors.axis_lost]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(torch.tensor([ids], dtype=torch.long)).squeeze()
