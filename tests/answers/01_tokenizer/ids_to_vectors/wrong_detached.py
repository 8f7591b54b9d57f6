"""From the task text alone: cuts the gradient off with detach. [check.no_gradient]"""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    return embedding(torch.tensor(ids, dtype=torch.long)).detach()
